package dev.sillage.local.machine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The whole system on this machine: a database, a broker, three services. */
public final class Machine implements AutoCloseable {
    private final DataDirectory data;
    private final Children children;
    private final Consumer<String> says;
    private final Database database;
    private final Broker broker;
    private final Service ingestion;
    private final Service calculation;
    private final Service reporting;

    private Machine(DataDirectory data, Children children, Ports ports, Path project, Consumer<String> says) {
        this.data = data;
        this.children = children;
        this.says = says;
        this.database = new Database(children, data, ports.database());
        this.broker = new Broker(children, data, ports.broker(), ports.controller());
        Map<String, String> kafka = Map.of("KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers());
        Map<String, String> kafkaAndDatabase = Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers(),
                "QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl(),
                "QUARKUS_DATASOURCE_USERNAME", database.user(),
                "QUARKUS_DATASOURCE_PASSWORD", database.password(),
                "SILLAGE_DASHBOARD_EVENTS_URL", "http://localhost:" + ports.ingestion() + "/v1/events",
                "SILLAGE_CALCULATION_URL", "http://127.0.0.1:" + ports.calculation());
        Map<String, String> kafkaAndGrpc = Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers(),
                // Five programs share this machine: the broker may stand still for longer than on one of its own.
                "SILLAGE_INGESTION_PUBLISH_ACKNOWLEDGEMENT_TIMEOUT", "10s",
                "SILLAGE_INGESTION_GRPC_PORT", Integer.toString(ports.grpc()));
        this.ingestion = service("ingestion", project, ports.ingestion(), kafkaAndGrpc);
        this.calculation = service("calculation", project, ports.calculation(), kafka);
        this.reporting = service("reporting", project, ports.reporting(), kafkaAndDatabase);
    }

    /**
     * Prepares everything on data that the caller holds open. Nothing runs yet but the reaper, and perhaps, for a
     * moment, the initialisation of the database.
     *
     * @param children what will own the processes; the machine closes it
     * @param project the root of the project, for the packaged services
     * @param says takes a line for the person who waits
     */
    public static Machine prepare(
            DataDirectory data, Children children, Ports ports, Path project, Consumer<String> says) {
        ports.requireFree();
        return new Machine(data, children, ports, project, says);
    }

    /** Ends what an earlier launcher left running on the same data, and says so. */
    public static Children adopt(DataDirectory data, Consumer<String> says) throws IOException {
        List<String> ended = Children.endLeftovers(data.run());
        if (!ended.isEmpty()) {
            says.accept(
                    "An earlier start was killed and left these running; they are ended: " + String.join(", ", ended));
        }
        return Children.guarded(data.run());
    }

    /** Starts all parts in the order of the flow; returns when each is ready. */
    public void start() {
        says.accept("Starting PostgreSQL and Kafka …");
        database.launch();
        broker.launch();
        database.awaitReady();
        broker.awaitReady();
        says.accept("Starting the services …");
        services().forEach(Part::launch);
        for (Service service : services()) {
            service.awaitReady();
            says.accept("  " + service.name() + " is ready at " + service.url());
        }
    }

    /** Stops all parts in reverse order and ends the reaper. */
    @Override
    public void close() {
        children.close();
    }

    public Database database() {
        return database;
    }

    public Broker broker() {
        return broker;
    }

    public Service ingestion() {
        return ingestion;
    }

    public Service calculation() {
        return calculation;
    }

    public Service reporting() {
        return reporting;
    }

    /** The services, in the order of the flow. */
    public List<Service> services() {
        return List.of(ingestion, calculation, reporting);
    }

    /** All parts, in the order in which they start. */
    public List<Part> parts() {
        return List.of(database, broker, ingestion, calculation, reporting);
    }

    /**
     * A watch over all parts, which must run.
     *
     * @param maxRestarts how often one part is started again when it dies; 0 ends the watch at the first death
     */
    public Watch watch(int maxRestarts) {
        return new Watch(parts(), children::isClosed, maxRestarts, says);
    }

    private Service service(String name, Path project, int port, Map<String, String> settings) {
        Path application = project.resolve(name + "-service/target/quarkus-app/quarkus-run.jar");
        return new Service(name, children, data, application, port, settings);
    }
}
