package dev.sillage.local.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/** The files of the database: initialised once, with a password that only this directory knows. */
final class DatabaseCluster {
    private static final int PASSWORD_BYTES = 24;

    private final Path directory;
    private final Path passwordFile;
    private final Path binaries;
    private final DatabaseUser user;

    private DatabaseCluster(Path root, Path binaries, DatabaseUser user) {
        this.directory = root.resolve("postgresql");
        this.passwordFile = root.resolve("postgresql.password");
        this.binaries = binaries;
        this.user = user;
    }

    /** The cluster below {@code data}, made when it is not there. */
    static DatabaseCluster open(DataDirectory data, Children children, Path log) {
        Path binaries = DatabaseBinaries.unpack(data.binaries());
        DatabaseUser user = DatabaseUser.choose(binaries.resolve("bin/postgres"));
        DatabaseCluster cluster = new DatabaseCluster(data.root(), binaries, user);
        try {
            if (!Files.isDirectory(cluster.directory)) {
                cluster.initialise(children, log);
            }
            user.own(cluster.directory);
        } catch (IOException e) {
            throw new StartException("cannot prepare " + cluster.directory + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartException("interrupted while preparing " + cluster.directory, e);
        }
        return cluster;
    }

    private void initialise(Children children, Path log) throws IOException, InterruptedException {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        writePrivately(passwordFile, HexFormat.of().formatHex(random));

        // Renamed only when it is whole: a launcher killed meanwhile leaves no half of it.
        Path unfinished = directory.resolveSibling("postgresql.unfinished");
        if (Files.exists(unfinished)) {
            DataDirectory.deleteTree(unfinished);
        }
        Files.createDirectory(unfinished, privately("rwx------"));
        Path passwordForInit = directory.resolveSibling("postgresql.init-password");
        writePrivately(passwordForInit, password());
        user.own(unfinished);
        user.own(passwordForInit);
        List<String> command = List.of(
                binaries.resolve("bin/initdb").toString(),
                "--pgdata=" + unfinished,
                "--username=" + Database.SUPERUSER,
                "--pwfile=" + passwordForInit,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C");
        children.run("initdb", user.command(command), log);
        Files.delete(passwordForInit);
        Files.move(unfinished, directory);
    }

    List<String> serverCommand(int port) {
        return user.command(List.of(
                binaries.resolve("bin/postgres").toString(),
                "-D",
                directory.toString(),
                "--listen_addresses=127.0.0.1",
                "--port=" + port,
                "--unix_socket_directories=",
                "--timezone=UTC",
                "--log_timezone=UTC",
                "--fsync=on",
                "--synchronous_commit=on",
                "--max_connections=100"));
    }

    String password() {
        try {
            return Files.readString(passwordFile).strip();
        } catch (IOException e) {
            throw new StartException(
                    "cannot read the password of the database, " + passwordFile
                            + ". Without it the data cannot be opened; --fresh begins anew.",
                    e);
        }
    }

    private static void writePrivately(Path file, String content) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, privately("rw-------"));
        Files.writeString(file, content);
    }

    private static FileAttribute<?> privately(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }
}
