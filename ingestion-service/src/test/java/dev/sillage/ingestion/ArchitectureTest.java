package dev.sillage.ingestion;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.sillage", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule featuresFormNoCycles =
            slices().matching("dev.sillage.ingestion.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noOtherServiceIsUsed = noClasses()
            .that()
            .resideInAPackage("dev.sillage.ingestion..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.sillage.footprint..", "dev.sillage.calculation..", "dev.sillage.reporting..");

    @ArchTest
    static final ArchRule theCheckKnowsNoFramework = classes()
            .that()
            .resideInAPackage("dev.sillage.ingestion.check..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "dev.sillage.ingestion.check..",
                    "dev.sillage.ingestion.problem..",
                    "dev.sillage.activity..",
                    "com.fasterxml.jackson.core..",
                    "org.jspecify.annotations..",
                    "java..");

    @ArchTest
    static final ArchRule kafkaIsKnownToWhatMovesRecordsOnly = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "dev.sillage.ingestion.publish..",
                    "dev.sillage.ingestion.series..",
                    "dev.sillage.ingestion.deadletter..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "io.smallrye.reactive.messaging..");
}
