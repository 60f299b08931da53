package dev.sillage.local.machine;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * A tiny process beside the launcher. Its standard input is a pipe that only the launcher holds: when the pipe ends,
 * the launcher is gone, however it went, and the reaper ends what the launcher left running.
 */
final class Reaper {
    private Reaper() {}

    public static void main(String[] args) throws IOException {
        awaitEnd(System.in);
        ProcessRegister register = new ProcessRegister(Path.of(args[0]));
        register.endAll();
        register.forget();
    }

    private static void awaitEnd(InputStream pipe) throws IOException {
        pipe.transferTo(OutputStream.nullOutputStream());
    }
}
