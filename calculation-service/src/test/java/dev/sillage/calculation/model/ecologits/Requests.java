package dev.sillage.calculation.model.ecologits;

import dev.sillage.activity.LlmInference;

/** Requests to text models, told shortly. */
record Requests(
        String provider,
        String model,
        long input,
        long output,
        Integer requests,
        Double seconds,
        String zone,
        Double measuredKwh) {

    static Requests to(String provider, String model) {
        return new Requests(provider, model, 1000, 400, null, null, null, null);
    }

    Requests tokens(long input, long output) {
        return new Requests(provider, model, input, output, requests, seconds, zone, measuredKwh);
    }

    Requests times(int requests) {
        return new Requests(provider, model, input, output, requests, seconds, zone, measuredKwh);
    }

    Requests within(double seconds) {
        return new Requests(provider, model, input, output, requests, seconds, zone, measuredKwh);
    }

    Requests in(String zone) {
        return new Requests(provider, model, input, output, requests, seconds, zone, measuredKwh);
    }

    Requests measuredAs(double kwh) {
        return new Requests(provider, model, input, output, requests, seconds, zone, kwh);
    }

    LlmInference activity() {
        return new LlmInference(provider, model, input, output, null, null, null, requests, seconds, zone, measuredKwh);
    }
}
