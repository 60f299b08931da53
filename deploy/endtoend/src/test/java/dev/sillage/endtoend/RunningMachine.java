package dev.sillage.endtoend;

import dev.sillage.local.machine.Children;
import dev.sillage.local.machine.DataDirectory;
import dev.sillage.local.machine.Machine;
import dev.sillage.local.machine.Ports;
import java.io.IOException;
import java.nio.file.Path;

/** The packaged system, running for a test, part by part in reach. */
public final class RunningMachine implements AutoCloseable {
    private final DataDirectory data;
    private final Machine machine;

    private RunningMachine(DataDirectory data, Machine machine) {
        this.data = data;
        this.machine = machine;
    }

    /** All of it ready, with its data in that directory. */
    public static RunningMachine start(Path directory) throws IOException {
        DataDirectory data = DataDirectory.open(directory);
        Children children = Machine.adopt(data, System.err::println);
        try {
            Machine machine =
                    Machine.prepare(data, children, Ports.from(FreePorts.base()), Project.ROOT, System.err::println);
            machine.start();
            return new RunningMachine(data, machine);
        } catch (RuntimeException | Error e) {
            children.close();
            data.close();
            throw e;
        }
    }

    /** What it is made of. */
    public Machine parts() {
        return machine;
    }

    /** Where events go in. */
    public Api ingestion() {
        return new Api(machine.ingestion().url());
    }

    Api calculation() {
        return new Api(machine.calculation().url());
    }

    /** Where figures come out. */
    public Api reporting() {
        return new Api(machine.reporting().url());
    }

    @Override
    public void close() throws IOException {
        machine.close();
        data.close();
    }
}
