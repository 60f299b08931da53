package dev.sillage.reporting.dashboard;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * The words of the frame, in English; other languages are in {@code messages/frame_<language>.properties}. What depends
 * on figures is said by the browser, in the words of {@code web/app/words}.
 */
@MessageBundle(value = "frame", locale = "en")
interface FrameMessages {
    @Message("Sillage: the footprint of digital activity")
    String title();

    @Message("The footprint of your digital activity: electricity, greenhouse gases and water, each with its range.")
    String description();

    @Message("Skip to the figures")
    String skip();

    @Message("Sillage")
    String name();

    @Message("How much, of what?")
    String question();

    @Message("Contact with the server")
    String contact();

    @Message("Pause")
    String pause();

    @Message("Sign out")
    String signOut();

    @Message("Language")
    String language();

    @Message("Appearance")
    String theme();

    @Message("Auto")
    String themeAuto();

    @Message("Light")
    String themeLight();

    @Message("Dark")
    String themeDark();

    @Message("What is shown")
    String controls();

    @Message("Period")
    String period();

    @Message("From")
    String from();

    @Message("To")
    String to();

    @Message("Criterion")
    String criterion();

    @Message("Filters")
    String filters();

    @Message("Today")
    String now();

    @Message("Everything, from midnight to midnight UTC, whatever the period and filters are.")
    String nowNote();

    @Message("Last minute")
    String nowRate();

    @Message("Totals")
    String totals();

    @Message("Greenhouse gases")
    String ghg();

    @Message("Electricity")
    String energy();

    @Message("Water")
    String water();

    @Message("Activities")
    String activities();

    @Message("Over time")
    String trend();

    @Message("Of what")
    String breakdown();

    @Message("By")
    String dimension();

    @Message("The same numbers as a table")
    String table();

    @Message("Download as CSV")
    String csv();

    @Message("How these figures were made")
    String provenance();

    @Message("Methods and factors")
    String methods();

    @Message("How well each activity is known")
    String tiers();

    @Message("What to keep in mind")
    String warnings();

    @Message("Newest activities")
    String recent();

    @Message("Of all kinds, whatever the period and the filters.")
    String recentNote();

    @Message("Avoided elsewhere")
    String avoided();

    @Message(
            "Comparisons with a stated reference, outside the footprint and never taken off it. Each lever stands alone.")
    String avoidedNote();

    @Message("Why this number?")
    String why();

    @Message("Does everything add up?")
    String reconciliation();

    @Message("This page needs JavaScript. The same figures, as JSON and CSV:")
    String withoutScript();

    @Message(
            "Every figure is a range with a central value: an estimate from published methods and sourced factors, not a measurement and not a certainty.")
    String ranges();
}
