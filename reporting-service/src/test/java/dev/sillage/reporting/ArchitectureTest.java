package dev.sillage.reporting;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.quarkiverse.resteasy.problem.HttpProblem;

@AnalyzeClasses(packages = "dev.sillage.reporting", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule FEATURES_FORM_NO_CYCLES =
            slices().matching("dev.sillage.reporting.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule OTHER_SERVICES_ARE_KNOWN_BY_THEIR_CONTRACT_ONLY = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.sillage.ingestion..", "dev.sillage.calculation..");

    @ArchTest
    static final ArchRule QUESTIONS_DO_NOT_KNOW_KAFKA = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.sillage.reporting.query..",
                    "dev.sillage.reporting.live..",
                    "dev.sillage.reporting.top..",
                    "dev.sillage.reporting.intensity..",
                    "dev.sillage.reporting.sources..",
                    "dev.sillage.reporting.activity..",
                    "dev.sillage.reporting.schema..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "io.smallrye.reactive..");

    @ArchTest
    static final ArchRule THE_STREAM_DOES_NOT_KNOW_HTTP = noClasses()
            .that()
            .resideInAnyPackage("dev.sillage.reporting.intake..", "dev.sillage.reporting.aggregate..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.ws.rs..");

    @ArchTest
    static final ArchRule EXACTLY_ONCE_DOES_NOT_KNOW_FOOTPRINTS = noClasses()
            .that()
            .resideInAPackage("dev.sillage.reporting.intake..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.sillage.reporting.aggregate..");

    @ArchTest
    static final ArchRule EVERY_PROBLEM_HAS_A_TYPE_WITH_A_PAGE = noClasses()
            .that()
            .resideOutsideOfPackage("dev.sillage.reporting.problem..")
            .should()
            .callMethod(HttpProblem.class, "builder");
}
