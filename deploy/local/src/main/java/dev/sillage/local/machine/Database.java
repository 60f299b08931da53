package dev.sillage.local.machine;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A real PostgreSQL, durable as in production (fsync on), with one database that belongs to one user who is not its
 * superuser.
 */
public final class Database extends Part {
    /** Name of the database and of the user it belongs to. */
    public static final String NAME = "sillage";

    private static final String ROLE = "select 1 from pg_roles where rolname = ?";
    private static final List<String> ROLES_OF_THE_BOOKS = List.of("sillage_writer", "sillage_reader");

    static final String SUPERUSER = "postgres";

    private static final Duration READY_LIMIT = Duration.ofSeconds(90);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final int CONNECT_LIMIT_SECONDS = 2;

    private final Children children;
    private final int port;
    private final DatabaseCluster cluster;

    Database(Children children, DataDirectory data, int port) {
        super("postgresql", data.newLog("postgresql"), READY_LIMIT);
        this.children = children;
        this.port = port;
        this.cluster = DatabaseCluster.open(data, children, log());
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + NAME;
    }

    public String user() {
        return NAME;
    }

    public String password() {
        return cluster.password();
    }

    /** A connection as the owner of the database. */
    public Connection connect() throws SQLException {
        return source(NAME, NAME).getConnection();
    }

    /** Ends every session at once, without a checkpoint: the next start has to recover. */
    public void stopImmediately() {
        running().stop(Child.Signal.QUIT, STOP_LIMIT);
    }

    @Override
    Child spawn() {
        return children.start(name(), cluster.serverCommand(port), Map.of(), log(), Child.Signal.INT);
    }

    @Override
    boolean isReady() {
        try (Connection connection = source(SUPERUSER, "postgres").getConnection()) {
            return connection.isValid(CONNECT_LIMIT_SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    String readyTest() {
        return "no connection to 127.0.0.1:" + port;
    }

    /** Makes what is missing, so that a start that was cut short is completed by the next. */
    @Override
    void whenReady() {
        try (Connection connection = source(SUPERUSER, "postgres").getConnection()) {
            if (!exists(connection, ROLE, NAME)) {
                run(connection, "create role " + NAME + " login password '" + password() + "'");
            }
            // What an administrator does where the owner of the tables may make no roles.
            for (String role : ROLES_OF_THE_BOOKS) {
                if (!exists(connection, ROLE, role)) {
                    run(connection, "create role " + role + " nologin");
                    run(connection, "grant " + role + " to " + NAME);
                }
            }
            if (!exists(connection, "select 1 from pg_database where datname = ?", NAME)) {
                run(connection, "create database " + NAME + " owner " + NAME);
            }
        } catch (SQLException e) {
            throw new StartException("cannot prepare the database: " + e.getMessage() + "\n" + LogTail.of(log()), e);
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void run(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private PGSimpleDataSource source(String user, String database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setUser(user);
        source.setPassword(password());
        source.setDatabaseName(database);
        source.setConnectTimeout(CONNECT_LIMIT_SECONDS);
        return source;
    }
}
