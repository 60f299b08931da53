package dev.sillage.calculation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.sillage.calculation", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule featuresFormNoCycles =
            slices().matching("dev.sillage.calculation.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theModelKnowsNoFramework = classes()
            .that()
            .resideInAPackage("..calculation.model..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "dev.sillage.activity..",
                    "dev.sillage.footprint..",
                    "dev.sillage.calculation.factor..",
                    "dev.sillage.calculation.unit..",
                    "dev.sillage.calculation.model..");

    @ArchTest
    static final ArchRule factorsKnowNoFrameworkAndNoFormula = classes()
            .that()
            .resideInAPackage("..calculation.factor..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "de.siegmar.fastcsv..",
                    "dev.sillage.calculation.factor..",
                    "dev.sillage.calculation.unit..");

    /** What all methods share: the language of sheets, the electricity of a place, the names of models. */
    @ArchTest
    static final ArchRule methodsKnowNothingOfEachOther = slices().matching("dev.sillage.calculation.model.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(
                    DescribedPredicate.alwaysTrue(),
                    JavaClass.Predicates.resideInAnyPackage(
                            "..model.sheet..", "..model.place..", "..model.language.."));
}
