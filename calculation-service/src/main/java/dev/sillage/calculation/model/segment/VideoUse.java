package dev.sillage.calculation.model.segment;

import dev.sillage.calculation.factor.Factor;
import dev.sillage.calculation.model.Explained;
import dev.sillage.calculation.model.Explanation.Step;
import dev.sillage.calculation.model.Range;
import java.util.List;

/**
 * People in front of moving pictures: watching a film or being in a call. With {@code H} the hours of all of them,
 *
 * <pre>
 * V = v * H                                GB
 * device     E = P * (H / 1000) kWh        M = m * (H / 1000) kg
 * network    E = V * k          kWh        M = V * mn * 0.001 kg
 * router     E = R * (H / 1000) kWh        on a fixed line only
 * datacentre E = V * d * 0.001  kWh        M = md * (H / 1000) kg
 * </pre>
 *
 * @param personHours hours of all people together
 * @param volumePerHour GB per hour and person
 * @param devices what they use
 * @param network how they are connected
 * @param delivery the data centre
 * @param place where the electricity is made
 * @param assumptions what had to be assumed
 * @param volumeGb data of all people together
 * @param segments the result
 */
record VideoUse(
        double personHours,
        Factor volumePerHour,
        DeviceMix devices,
        Network network,
        Delivery delivery,
        Place place,
        Assumptions assumptions,
        Range volumeGb,
        Segments segments)
        implements Use {

    /**
     * The data centre that delivers video.
     *
     * @param energy Wh per GB, overhead included
     * @param embodied g CO2e per hour of video
     */
    record Delivery(Factor energy, Factor embodied) {}

    static VideoUse of(
            double personHours,
            Factor volumePerHour,
            DeviceMix devices,
            Network network,
            Delivery delivery,
            Place place,
            Assumptions assumptions) {
        double thousandHours = personHours / 1000;
        Range volume = Explained.range(volumePerHour).times(personHours);
        Segments segments = new Segments(
                devices.powerW().times(thousandHours),
                volume.times(Explained.range(network.energy())),
                network.router() == null
                        ? Range.exactly(0)
                        : Explained.range(network.router()).times(thousandHours),
                volume.times(Explained.range(delivery.energy())).times(Segments.MILLI),
                devices.embodiedGPerHour().times(thousandHours),
                volume.times(Explained.range(network.embodied())).times(Segments.MILLI),
                Explained.range(delivery.embodied()).times(thousandHours));
        return new VideoUse(
                personHours, volumePerHour, devices, network, delivery, place, assumptions, volume, segments);
    }

    @Override
    public List<Step> steps() {
        return VideoSteps.of(this);
    }
}
