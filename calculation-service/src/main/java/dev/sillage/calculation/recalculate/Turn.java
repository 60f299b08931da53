package dev.sillage.calculation.recalculate;

import dev.sillage.calculation.problem.Problem;
import dev.sillage.calculation.problem.ProblemType;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;

/** The turn of the current request; it ends with the request, however that ends. */
@RequestScoped
class Turn {
    private static final int RETRY_SECONDS = 5;

    private final Turns turns;
    private boolean taken;

    Turn(Turns turns) {
        this.turns = turns;
    }

    /**
     * Waits for it.
     *
     * @throws HttpProblem when it does not come in time
     */
    void await() throws InterruptedException {
        if (!turns.take()) {
            throw notNow("other recalculations are at work");
        }
        taken = true;
    }

    @PreDestroy
    void end() {
        if (taken) {
            turns.giveBack();
        }
    }

    static HttpProblem notNow(String why) {
        return HttpProblem.builder(Problem.of(ProblemType.NOT_NOW, why + "; send the same request again", null)
                        .asAnswer())
                .withHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .build();
    }
}
