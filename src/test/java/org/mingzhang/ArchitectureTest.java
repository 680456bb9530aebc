package org.mingzhang;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rules of the house that a compiler does not hold. */
class ArchitectureTest {
  private static final int MAX_CLASSES_OF_A_CIRCLE = 6;

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.mingzhang");

  /** Each package and those it may use, ground floor first. */
  private static final Map<String, List<String>> FLOORS =
      Map.ofEntries(
          Map.entry("model", List.of()),
          Map.entry("text", List.of()),
          Map.entry("region", List.of("model", "text")),
          Map.entry("record", List.of("model")),
          Map.entry("extract", List.of("model", "text")),
          Map.entry("target", List.of("model", "text")),
          Map.entry("structure", List.of("model", "text", "region", "target")),
          Map.entry("account", List.of("model", "text")),
          Map.entry("statement", List.of("model", "text", "account")),
          Map.entry("fact", List.of("model", "text", "account", "statement")),
          Map.entry("audit", List.of("model", "text", "account", "statement", "fact", "target")),
          Map.entry("transparency", List.of("model", "text", "account", "fact")),
          Map.entry("agency", List.of("text")),
          Map.entry("mail", List.of()),
          Map.entry("analysis", List.of("text")),
          Map.entry("schema", List.of("model", "text", "analysis", "target", "transparency")),
          Map.entry("archive", List.of("model", "text", "record")),
          Map.entry(
              "indexing",
              List.of(
                  "model",
                  "text",
                  "extract",
                  "structure",
                  "statement",
                  "fact",
                  "audit",
                  "analysis",
                  "schema",
                  "archive",
                  "record",
                  "transparency")),
          Map.entry("question", List.of("model", "text", "account", "region")),
          Map.entry("collect", List.of("model", "text", "region", "extract", "archive")),
          Map.entry("query", List.of("model", "text", "analysis", "schema")),
          Map.entry("search", List.of("query", "schema", "model", "text", "analysis")),
          Map.entry(
              "wire", List.of("search", "query", "schema", "record", "model", "text", "analysis")),
          Map.entry(
              "cluster",
              List.of("wire", "search", "indexing", "archive", "schema", "model", "text")),
          Map.entry("shard", List.of("search", "query", "schema", "model", "text", "analysis")),
          Map.entry(
              "web",
              List.of(
                  "search",
                  "query",
                  "question",
                  "archive",
                  "record",
                  "audit",
                  "transparency",
                  "account",
                  "agency",
                  "target",
                  "mail",
                  "model",
                  "text",
                  "region")));

  @TestFactory
  Stream<DynamicTest> each_package_uses_only_the_floors_below_it() {
    return FLOORS.entrySet().stream()
        .map(
            floor ->
                DynamicTest.dynamicTest(
                    floor.getKey(),
                    () -> {
                      String[] allowed =
                          Stream.concat(Stream.of(floor.getKey()), floor.getValue().stream())
                              .map(p -> "org.mingzhang." + p + "..")
                              .toArray(String[]::new);
                      noClasses()
                          .that()
                          .resideInAPackage("org.mingzhang." + floor.getKey() + "..")
                          .should()
                          .dependOnClassesThat(
                              resideInAnyPackage("org.mingzhang..")
                                  .and(not(resideInAnyPackage(allowed))))
                          .check(CLASSES);
                    }));
  }

  @Test
  void packages_have_no_cycles() {
    slices().matching("org.mingzhang.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  /** Inside each package too; classes that stand in it itself may use all of its rooms. */
  @TestFactory
  Stream<DynamicTest> rooms_of_a_package_have_no_cycles() {
    return CLASSES.stream()
        .map(c -> c.getPackageName().split("\\."))
        .filter(p -> p.length > 2)
        .map(p -> p[2])
        .distinct()
        .sorted()
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name,
                    () ->
                        slices()
                            .matching("org.mingzhang." + name + ".(*)..")
                            .should()
                            .beFreeOfCycles()
                            .allowEmptyShould(true)
                            .check(CLASSES)));
  }

  /** Classes that need each other can only be read together: at most six of them. */
  @Test
  void few_classes_of_a_package_need_each_other() {
    Map<String, Set<String>> needed = new HashMap<>();
    for (JavaClass type : CLASSES) {
      String name = topLevelName(type);
      type.getDirectDependenciesFromSelf().stream()
          .map(d -> d.getTargetClass())
          .filter(t -> t.getPackageName().equals(type.getPackageName()))
          .map(ArchitectureTest::topLevelName)
          .filter(t -> !t.equals(name))
          .forEach(t -> needed.computeIfAbsent(name, n -> new TreeSet<>()).add(t));
    }
    Map<String, Set<String>> reached =
        needed.keySet().stream().collect(Collectors.toMap(n -> n, n -> reach(n, needed)));
    Set<Set<String>> circles =
        reached.entrySet().stream()
            .map(
                e ->
                    e.getValue().stream()
                        .filter(t -> reached.getOrDefault(t, Set.of()).contains(e.getKey()))
                        .collect(Collectors.toCollection(TreeSet::new)))
            .filter(circle -> circle.size() > MAX_CLASSES_OF_A_CIRCLE)
            .collect(Collectors.toSet());
    assertThat(circles).isEmpty();
  }

  private static String topLevelName(JavaClass type) {
    return type.getName().split("\\$", 2)[0];
  }

  private static Set<String> reach(String name, Map<String, Set<String>> needed) {
    Set<String> reached = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>(needed.get(name));
    while (!open.isEmpty()) {
      String next = open.pop();
      if (reached.add(next)) {
        open.addAll(needed.getOrDefault(next, Set.of()));
      }
    }
    return reached;
  }

  @Test
  void no_two_classes_share_a_simple_name() {
    Map<String, List<String>> packages =
        CLASSES.stream()
            .filter(c -> c.isTopLevelClass() && !c.getSimpleName().equals("package-info"))
            .collect(
                Collectors.groupingBy(
                    JavaClass::getSimpleName,
                    Collectors.mapping(JavaClass::getPackageName, Collectors.toList())));
    packages.values().removeIf(names -> names.size() == 1);
    assertThat(packages).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> libraries_stay_in_the_packages_that_own_them() {
    return Stream.of(
            owned("extract", "org.apache.tika..", "org.apache.pdfbox.."),
            owned(List.of("extract", "web.dossier"), "org.apache.poi.."),
            owned(List.of("extract", "collect"), "org.jsoup.."),
            owned("collect", "org.netpreserve.jwarc..", "crawlercommons..", "com.rometools.rome.."),
            owned("analysis", "com.hankcs.."),
            owned("mail", "jakarta.mail..", "org.eclipse.angus.."),
            owned(
                "web",
                "io.javalin..",
                "org.thymeleaf..",
                "org.dhatim..",
                "org.commonmark..",
                "org.apache.commons.csv..",
                "io.modelcontextprotocol..",
                "reactor.."),
            owned(
                "archive",
                "org.sqlite..",
                "org.postgresql..",
                "java.sql..",
                "software.amazon.awssdk.."))
        .flatMap(s -> s);
  }

  private static Stream<DynamicTest> owned(String owner, String... libraries) {
    return owned(List.of(owner), libraries);
  }

  private static Stream<DynamicTest> owned(List<String> owners, String... libraries) {
    String[] packages =
        owners.stream().map(owner -> "org.mingzhang." + owner + "..").toArray(String[]::new);
    return Arrays.stream(libraries)
        .map(
            library ->
                DynamicTest.dynamicTest(
                    library + " only in " + String.join(" and ", owners),
                    () ->
                        noClasses()
                            .that()
                            .resideOutsideOfPackages(packages)
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage(library)
                            .check(CLASSES)));
  }

  @Test
  void jackson_only_writes_the_record_and_the_api() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "org.mingzhang.web..",
            "org.mingzhang.record..",
            "org.mingzhang.wire..",
            "org.mingzhang.cluster..",
            "org.mingzhang.evaluation..",
            "org.mingzhang.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.fasterxml..")
        .check(CLASSES);
  }

  @Test
  void only_index_packages_see_lucene() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "org.mingzhang.analysis..",
            "org.mingzhang.schema..",
            "org.mingzhang.indexing..",
            "org.mingzhang.query..",
            "org.mingzhang.shard..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.lucene..")
        .check(CLASSES);
  }

  /**
   * What fills the index and what searches it hand each other readers that nobody else looks into.
   */
  @Test
  void searchers_stay_where_lucene_is_known() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "org.mingzhang.indexing..", "org.mingzhang.shard..", "org.mingzhang.schema..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("org.apache.lucene.search.SearcherManager")
        .orShould()
        .callMethod(org.mingzhang.schema.NearRealTimeReaders.class, "searchers")
        .check(CLASSES);
    classes()
        .that()
        .haveFullyQualifiedName("org.mingzhang.indexing.IndexStore")
        .should()
        .onlyBeAccessed()
        .byAnyPackage("org.mingzhang.indexing..", "org.mingzhang.cli..")
        .check(CLASSES);
  }

  /** What asks the shards of an index must not know where they are. */
  @Test
  void shards_are_asked_through_their_port_alone() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.mingzhang.shard..", "org.mingzhang.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.mingzhang.shard..")
        .check(CLASSES);
    classes()
        .that()
        .areAssignableTo(org.mingzhang.search.ShardPort.class)
        .or()
        .areAssignableTo(org.mingzhang.search.Shards.class)
        .should()
        .resideInAnyPackage(
            "org.mingzhang.search..", "org.mingzhang.shard..", "org.mingzhang.cluster..")
        .check(CLASSES);
    noClasses()
        .that()
        .resideOutsideOfPackages("org.mingzhang.cluster..", "org.mingzhang.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.mingzhang.cluster..")
        .check(CLASSES);
  }

  /**
   * What is left out there is missed by a node only when it needs it, in the middle of a request.
   */
  @Test
  void the_plugin_of_a_node_holds_all_that_its_parts_use() throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));
    int begin = pom.indexOf("<id>plugin-program</id>");
    String program = pom.substring(begin, pom.indexOf("</execution>", begin));
    List<String> parts =
        Pattern.compile("<include>org/mingzhang/(\\w+)/\\*\\*</include>")
            .matcher(program)
            .results()
            .map(include -> "org.mingzhang." + include.group(1) + "..")
            .toList();
    assertThat(parts).contains("org.mingzhang.wire..", "org.mingzhang.schema..");
    List<String> allowed = new ArrayList<>(parts);
    // the virtual machine's, the node's, and those that src/opensearch/maven/plugin.xml adds
    allowed.addAll(
        List.of(
            "java..",
            "javax..",
            "org.apache.lucene..",
            "com.hankcs..",
            "org.slf4j..",
            "com.fasterxml.jackson.core..",
            "com.fasterxml.jackson.databind..",
            "com.fasterxml.jackson.dataformat.cbor..",
            "org.jspecify.annotations.."));
    classes()
        .that()
        .resideInAnyPackage(parts.toArray(String[]::new))
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(allowed.toArray(String[]::new)).or(primitive()))
        .check(CLASSES);
  }

  private static DescribedPredicate<JavaClass> primitive() {
    return DescribedPredicate.describe(
        "are primitive", type -> type.getBaseComponentType().isPrimitive());
  }

  /** Documents are brought in and taken out without knowing where their rows are kept. */
  @Test
  void indexing_goes_through_the_document_index() {
    noClasses()
        .that()
        .resideInAPackage("org.mingzhang.indexing..")
        .and()
        .doNotHaveSimpleName("IndexStore")
        .should()
        .dependOnClassesThat()
        .haveSimpleName("IndexStore")
        .check(CLASSES);
  }

  @Test
  void only_indexing_owns_a_writer() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.mingzhang.indexing..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("org.apache.lucene.index.IndexWriter")
        .check(CLASSES);
  }

  /** What all handlers share knows none of them, so that a page can be added or taken out alone. */
  @Test
  void the_http_machinery_of_the_portal_uses_no_page() {
    noClasses()
        .that()
        .resideInAPackage("org.mingzhang.web.http..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("org.mingzhang.web..")
                .and(
                    not(
                        resideInAnyPackage(
                            "org.mingzhang.web.http..",
                            "org.mingzhang.web.address..",
                            "org.mingzhang.web.lookup..",
                            "org.mingzhang.web.privacy..",
                            "org.mingzhang.web.render..",
                            "org.mingzhang.web.source..",
                            "org.mingzhang.web.transfer.."))))
        .check(CLASSES);
  }

  /** Texts pass through one door, where personal data is masked. */
  @Test
  void the_portal_reads_disclosures_in_one_place() {
    noClasses()
        .that()
        .resideInAPackage("org.mingzhang.web..")
        .and()
        .doNotHaveSimpleName("DocumentLookup")
        .should()
        .callMethod(org.mingzhang.archive.Archive.class, "latest", String.class)
        .orShould()
        .callMethod(org.mingzhang.archive.Archive.class, "version", String.class, String.class)
        .check(CLASSES);
  }

  @Test
  void only_the_schema_makes_fields() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.mingzhang.schema..")
        .should()
        .callConstructorWhere(
            com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner(
                    com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo(
                        "org.apache.lucene.document.Field"))))
        .check(CLASSES);
  }

  @Test
  void model_types_are_records_enums_or_sealed() {
    classes()
        .that()
        .resideInAPackage("org.mingzhang.model..")
        .and()
        .doNotHaveSimpleName("package-info")
        .should()
        .beRecords()
        .orShould()
        .beEnums()
        .orShould()
        .beInterfaces()
        .check(CLASSES);
  }

  @Test
  void nothing_static_changes() {
    fields()
        .that()
        .areStatic()
        .and()
        .doNotHaveModifier(JavaModifier.SYNTHETIC)
        .should()
        .beFinal()
        .check(CLASSES);
  }

  @Test
  void names_say_what_a_thing_is() {
    noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)$").check(CLASSES);
  }

  @Test
  void only_the_root_and_its_commands_see_the_environment() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.mingzhang", "org.mingzhang.cli..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(System.class, "getProperty", String.class)
        .orShould()
        .callMethod(System.class, "getenv", String.class)
        .check(CLASSES);
  }

  @Test
  void queries_are_read_with_patterns_that_are_compiled_once() {
    noClasses()
        .that()
        .resideInAPackage("org.mingzhang.query..")
        .should()
        .callMethod(String.class, "replaceAll", String.class, String.class)
        .orShould()
        .callMethod(String.class, "replaceFirst", String.class, String.class)
        .orShould()
        .callMethod(String.class, "matches", String.class)
        .check(CLASSES);
  }
}
