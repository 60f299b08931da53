package dev.sillage.calculation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.sillage", importOptions = ImportOption.DoNotIncludeTests.class)
class ServiceArchitectureTest {

    @ArchTest
    static final ArchRule featuresFormNoCycles =
            slices().matching("dev.sillage.calculation.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule otherServicesAreKnownByTheirContractOnly = noClasses()
            .that()
            .resideInAPackage("dev.sillage.calculation..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.sillage.ingestion..", "dev.sillage.reporting..", "dev.sillage.local..");

    @ArchTest
    static final ArchRule readingKnowsNeitherKafkaNorHttp = noClasses()
            .that()
            .resideInAPackage("..calculation.read..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "jakarta.ws.rs..", "io.quarkus..", "io.smallrye..");

    @ArchTest
    static final ArchRule onlyTheStreamAndTheOwnFactorsKnowKafka = noClasses()
            .that()
            .resideOutsideOfPackages("..calculation.stream..", "..calculation.own..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "io.smallrye.reactive.messaging..");
}
