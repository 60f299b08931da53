package dev.sillage.calculation.model.segment;

import dev.sillage.activity.VideoCall;
import dev.sillage.activity.VideoStreaming;
import dev.sillage.calculation.factor.FactorCatalogue;

/** Finds out what a film or a call needs. */
final class VideoModel {
    private static final double SECONDS_PER_HOUR = 3600;

    private final Definition streaming;
    private final Definition calls;
    private final Devices devices;
    private final DeviceMix usualForStreaming;
    private final DeviceMix usualForCalls;
    private final Network.Both networks;
    private final VideoUse.Delivery delivery;
    private final Places places;

    VideoModel(FactorCatalogue catalogue, Devices devices, Places places) {
        this.streaming = Definition.ofStreaming(catalogue);
        this.calls = Definition.ofCalls(catalogue);
        this.devices = devices;
        this.usualForStreaming = devices.usual("streaming.device-mix");
        this.usualForCalls = devices.find("laptop", usualForStreaming, new Assumptions());
        this.networks = Network.Both.of(catalogue);
        this.delivery = new VideoUse.Delivery(
                catalogue.factor("datacentre.delivery.energy"), catalogue.factor("datacentre.delivery.embodied"));
        this.places = places;
    }

    /** Each viewer has a screen and a connection of their own. */
    VideoUse use(VideoStreaming activity) {
        Assumptions assumptions = new Assumptions();
        double viewers = activity.viewers() == null ? 1 : activity.viewers();
        return VideoUse.of(
                activity.seconds() / SECONDS_PER_HOUR * viewers,
                streaming.find(activity.quality(), assumptions),
                devices.find(activity.device(), usualForStreaming, assumptions),
                networks.find(activity.network(), assumptions),
                delivery,
                places.find(activity.country(), assumptions),
                assumptions);
    }

    /** The data centre serves every participant, and so counts for each. */
    VideoUse use(VideoCall activity) {
        Assumptions assumptions = new Assumptions();
        return VideoUse.of(
                activity.seconds() / SECONDS_PER_HOUR * activity.participants(),
                calls.find(activity.mode(), assumptions),
                devices.find(activity.device(), usualForCalls, assumptions),
                networks.find(activity.network(), assumptions),
                delivery,
                places.find(activity.country(), assumptions),
                assumptions);
    }
}
