package dev.sillage.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.sillage", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule features_form_no_cycles =
            slices().matching("dev.sillage.local.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule features_know_nothing_of_each_other =
            slices().matching("dev.sillage.local.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule the_launcher_uses_nothing_of_a_service_but_its_contract = noClasses()
            .that()
            .resideInAPackage("dev.sillage.local..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.sillage.ingestion..", "dev.sillage.calculation..", "dev.sillage.reporting..");

    @ArchTest
    static final ArchRule only_the_machine_knows_kafka_and_postgresql = noClasses()
            .that()
            .resideOutsideOfPackage("dev.sillage.local.machine..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "kafka..", "org.postgresql..", "io.zonky..", "java.sql..");
}
