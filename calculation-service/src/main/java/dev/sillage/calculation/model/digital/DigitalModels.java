package dev.sillage.calculation.model.digital;

import dev.sillage.calculation.model.KindModel;
import java.util.List;

/** All kinds of digital life by our own method. */
public final class DigitalModels {

    private DigitalModels() {}

    /** One model for each kind. */
    public static List<KindModel<?>> all() {
        return List.of(
                new VideoStreamingModel(),
                new VideoCallModel(),
                new SocialFeedModel(),
                new EmailModel(),
                new WebPageModel(),
                new WebSearchModel(),
                new DeviceUseModel(),
                new DataTransferModel());
    }
}
