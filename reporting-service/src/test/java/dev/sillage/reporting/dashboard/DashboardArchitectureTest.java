package dev.sillage.reporting.dashboard;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.sillage.reporting", importOptions = ImportOption.DoNotIncludeTests.class)
class DashboardArchitectureTest {

    @ArchTest
    static final ArchRule knowsNoFigureAndNoTable = classes()
            .that()
            .resideInAPackage("..reporting.dashboard..")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackages("dev.sillage.footprint..", "dev.sillage.activity..", "java.sql..", "org.apache..")
            .andShould()
            .onlyDependOnClassesThat(DescribedPredicate.describe(
                    "are no other feature; who is signed in, it may ask",
                    type -> !type.getPackageName().startsWith("dev.sillage.reporting")
                            || type.getPackageName().equals("dev.sillage.reporting.dashboard")
                            || type.getPackageName().equals("dev.sillage.reporting.access")));
}
