package dev.sillage.ingestion.receive;

import dev.sillage.access.Scope;
import dev.sillage.access.Tenant;
import dev.sillage.activity.ActivityTopic;
import dev.sillage.ingestion.access.Access;
import dev.sillage.ingestion.account.Account;
import dev.sillage.ingestion.problem.ProblemType;
import dev.sillage.ingestion.problem.RequestRefusedException;
import dev.sillage.ingestion.publish.InFlightBytes;
import dev.sillage.ingestion.publish.Publisher;
import dev.sillage.ingestion.publish.TraceContext;
import dev.sillage.ingestion.quota.Quota;
import dev.sillage.ingestion.quota.Quotas;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The way of a request: its body is collected on the event loop, unpacked, taken apart and sent on a worker thread (a
 * large body takes a tenth of a second, and the producer may wait for room), and answered when the broker has
 * acknowledged.
 */
@ApplicationScoped
public class Intake {
    private final Bodies bodies;
    private final Publisher publisher;
    private final Access access;
    private final Quotas quotas;
    private final ReceiveMetrics metrics;
    private final Account account;

    /**
     * What the head of a request says of who sent it.
     *
     * @param trace null when it is not sampled
     */
    private record Sender(
            Tenant tenant, Quota quota, @Nullable TraceContext trace) {}

    Intake(Bodies bodies, Publisher publisher, Access access, Quotas quotas, ReceiveMetrics metrics, Account account) {
        this.bodies = bodies;
        this.publisher = publisher;
        this.access = access;
        this.quotas = quotas;
        this.metrics = metrics;
        this.account = account;
    }

    /** The same for a request whose body is the message, packed as Content-Encoding says. */
    public <A> Uni<A> receive(
            HttpServerRequest request, Supplier<? extends Door<A>> door, Function<RequestRefusedException, A> refusal) {
        return receive(request, Wrapping.NONE, door, refusal);
    }

    /**
     * Answers an HTTP request, whose body must not have been touched yet.
     *
     * @param wrapping how its body holds the message
     * @param door chosen from the head of the request; may throw {@link RequestRefusedException}
     * @param refusal the answer to a request of which nothing is taken
     */
    public <A> Uni<A> receive(
            HttpServerRequest request,
            Wrapping wrapping,
            Supplier<? extends Door<A>> door,
            Function<RequestRefusedException, A> refusal) {
        OpenRequest open = metrics.opened();
        return Uni.createFrom()
                .item(() -> access.require(request.getHeader(HttpHeaders.AUTHORIZATION), Scope.INGEST))
                .flatMap(caller -> {
                    Quota quota = quotas.of(caller.tenant());
                    TraceContext trace = TraceContext.of(
                            request.getHeader(ActivityTopic.HEADER_TRACE_PARENT),
                            request.getHeader(ActivityTopic.HEADER_TRACE_STATE));
                    return receive(request, wrapping, door, new Sender(caller.tenant(), quota, trace))
                            .onFailure(RequestRefusedException.class)
                            .recoverWithItem(refused -> {
                                metrics.refused(caller.tenant(), refused.type());
                                return refusal.apply(refused);
                            })
                            .onTermination()
                            .invoke(() -> quota.headers().forEach(request.response()::putHeader));
                })
                .onFailure(RequestRefusedException.class)
                .recoverWithItem(refused -> {
                    metrics.refused(refused.type());
                    return refusal.apply(refused);
                })
                .onTermination()
                .invoke(() -> metrics.closed(open));
    }

    private <A> Uni<A> receive(
            HttpServerRequest request, Wrapping wrapping, Supplier<? extends Door<A>> door, Sender sender) {
        return Uni.createFrom().item(() -> wrapping.encoding(request)).flatMap(encoding -> {
            sender.quota().requireRoom();
            publisher.requireRoom();
            Door<A> chosen = door.get();
            InFlightBytes.Reservation reservation = bodies.open();
            // Not a chain of Unis: a sender that goes away cancels those, and what they were to give back is lost.
            CompletableFuture<A> answered = bodies.read(request, reservation)
                    .thenComposeAsync(
                            body -> answer(body, wrapping, encoding, chosen, sender),
                            Infrastructure.getDefaultWorkerPool())
                    .whenComplete((answer, failure) -> reservation.close());
            return Uni.createFrom()
                    .completionStage(() -> answered.copy())
                    .onFailure(CompletionException.class)
                    .transform(Throwable::getCause);
        });
    }

    private <A> CompletionStage<A> answer(
            Body body, Wrapping wrapping, ContentEncoding encoding, Door<A> door, Sender sender) {
        metrics.body(sender.tenant(), body.bytes().length);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Inspection inspection;
        try {
            inspection = door.inspect(wrapping.message(body, encoding, bodies).bytes(), now);
            metrics.refused(sender.tenant(), inspection);
            account.refused(sender.tenant().name(), now, inspection.refused());
            if (inspection.isEmpty()) {
                if (inspection.refused() > 0) {
                    metrics.refused(sender.tenant(), ProblemType.NOTHING_ACCEPTED);
                }
                return CompletableFuture.completedFuture(door.answer(inspection));
            }
            publisher.requireBroker();
            sender.quota().charge(inspection.chargedEvents());
        } catch (RequestRefusedException refused) {
            return CompletableFuture.failedFuture(refused);
        }
        return publisher
                .publish(sender.tenant(), inspection.accepted(), inspection.observed(), now, sender.trace())
                .onFailure()
                .invoke(() -> sender.quota().refund(inspection.chargedEvents()))
                .map(durable -> {
                    metrics.accepted(sender.tenant(), inspection.accepted().size());
                    return door.answer(inspection);
                })
                .subscribeAsCompletionStage();
    }
}
