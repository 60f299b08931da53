package dev.sillage.calculation.model.segment;

import static dev.sillage.calculation.model.Explained.use;
import static dev.sillage.calculation.model.Explained.value;

import dev.sillage.calculation.model.Explanation.Step;
import dev.sillage.calculation.model.Explanation.Value;
import java.util.ArrayList;
import java.util.List;

/** Shows the steps from a film or a call to its segments. */
final class VideoSteps {

    static List<Step> of(VideoUse video) {
        Segments segments = video.segments();
        Value hours = value("H", "hours of all people", video.personHours(), "h");
        Value volume = value("V", "data of all people", video.volumeGb(), "GB");
        List<Step> steps = new ArrayList<>();
        steps.add(new Step("volume", "V = v * H", List.of(hours), List.of(use("v", video.volumePerHour())), volume));
        steps.addAll(DeviceSteps.of(video.devices(), video.network(), segments, hours));
        steps.add(new Step(
                "network-energy",
                "Enet = V * k",
                List.of(volume),
                List.of(use("k", video.network().energy())),
                value("Enet", "energy of the networks", segments.networkKwh(), "kWh")));
        steps.add(new Step(
                "network-embodied",
                "Mnet = V * mn * 0.001",
                List.of(volume),
                List.of(use("mn", video.network().embodied())),
                value("Mnet", "embodied in the networks", segments.networkKg(), "kgCO2e")));
        steps.add(new Step(
                "datacentre-energy",
                "Edc = V * d * 0.001",
                List.of(volume),
                List.of(use("d", video.delivery().energy())),
                value("Edc", "energy of the data centre", segments.datacentreKwh(), "kWh")));
        steps.add(new Step(
                "datacentre-embodied",
                "Mdc = md * (H / 1000)",
                List.of(hours),
                List.of(use("md", video.delivery().embodied())),
                value("Mdc", "embodied in the data centre", segments.datacentreKg(), "kgCO2e")));
        return steps;
    }

    private VideoSteps() {}
}
