package khabar;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The flow goes in one direction: a package uses only those before it. */
class FlowTest {
    private static final List<String> FLOW = List.of(
            "vocab",
            "article",
            "text",
            "gazetteer",
            "names",
            "event",
            "graph",
            "store",
            "merge",
            "export",
            "endpoint",
            "browse",
            "ingest",
            "app");
    private static final Set<String> TRANSACTION_METHODS = Set.of(
            "begin", "commit", "abort", "promote", "executeRead", "executeWrite", "calculateRead", "calculateWrite");
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("khabar");

    @TestFactory
    Stream<DynamicTest> packagesUseOnlyWhatComesBefore() {
        return IntStream.range(0, FLOW.size() - 1)
                .mapToObj(i -> DynamicTest.dynamicTest(
                        FLOW.get(i),
                        () -> noClasses()
                                .that()
                                .resideInAPackage(in(FLOW.get(i)))
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(FLOW.stream()
                                        .skip(i + 1L)
                                        .map(FlowTest::in)
                                        .toArray(String[]::new))
                                .allowEmptyShould(true)
                                .check(CODE)));
    }

    @Test
    void everyPackageHasItsPlaceInTheFlow() {
        assertThat(CODE.stream().map(JavaClass::getPackageName).map(FlowTest::first))
                .isSubsetOf(FLOW);
    }

    @Test
    void readingAnArticleKnowsNeitherRdfNorSpring() {
        noClasses()
                .that()
                .resideInAnyPackage(in("article"), in("text"), in("names"), in("event"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.jena..", "org.springframework..", in("vocab"))
                .check(CODE);
    }

    /** It is not in every jar: who does not ask for a model never meets it. */
    @Test
    void oneClassKnowsTheRuntimeOfModels() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("khabar.names.model.OnnxNetwork")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ai.onnxruntime..")
                .check(CODE);
    }

    @Test
    void onlyTheStoreOpensTransactions() {
        noClasses()
                .that()
                .resideOutsideOfPackages(in("store"), in("endpoint"))
                .should()
                .callMethodWhere(DescribedPredicate.describe("a transaction is begun or ended", FlowTest::transaction))
                .check(CODE);
    }

    private static boolean transaction(JavaMethodCall call) {
        return call.getTargetOwner().getPackageName().startsWith("org.apache.jena")
                && TRANSACTION_METHODS.contains(call.getName());
    }

    private static String in(String part) {
        return "khabar." + part + "..";
    }

    private static String first(String packageName) {
        return packageName.split("\\.", 3)[1];
    }
}
