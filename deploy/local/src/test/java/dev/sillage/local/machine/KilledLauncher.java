package dev.sillage.local.machine;

import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/** A launcher that starts the database and the broker, says their process numbers, and waits to be killed. */
final class KilledLauncher {
    private KilledLauncher() {}

    public static void main(String[] arguments) throws Exception {
        DataDirectory data = DataDirectory.open(Path.of(arguments[0]));
        Children children = Children.guarded(data.run());
        Ports ports = Ports.free();
        Database database = new Database(children, data, ports.database());
        Broker broker = new Broker(children, data, ports.broker(), ports.controller());
        database.start();
        broker.start();
        System.out.println(database.pid() + " " + broker.pid() + " " + children.reaperPid());
        while (true) {
            LockSupport.park();
        }
    }
}
