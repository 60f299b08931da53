package dev.sillage.ingestion.otlp;

import jakarta.enterprise.context.ApplicationScoped;

/** Sends calls of one span to the running service. */
@ApplicationScoped
public class GrpcCalls {
    private final GrpcServer server;

    GrpcCalls(GrpcServer server) {
        this.server = server;
    }

    /** A span that nobody has sent yet. */
    public record Call(String trace) {
        /** Of the activity that it becomes. */
        public String id() {
            return Payloads.id(trace, 1);
        }
    }

    public Call newCall() {
        return new Call(Payloads.newTraceId());
    }

    public GrpcClient.Answer send(Call call, String authorization) {
        try (GrpcClient client = new GrpcClient(server.port())) {
            byte[] message = Payloads.toProtobuf(Payloads.request(Payloads.chat(call.trace(), 1)));
            return client.traces(message, authorization.isEmpty() ? null : authorization);
        }
    }
}
