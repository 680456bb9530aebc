package org.mingzhang.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the portal answers against what its OpenAPI description says it answers. */
@ExtendWith(SharedPortal.class)
class ApiDescriptionTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RunningPortal portal;
  private final JsonNode description;

  ApiDescriptionTest(RunningPortal portal) throws IOException {
    this.portal = portal;
    description = JSON.readTree(portal.get("/api/v1/openapi.json").body());
    close(description.at("/components/schemas"));
  }

  /** A property that is not described is a fault of the description. */
  private static void close(JsonNode node) {
    if (node.has("properties") && !node.has("additionalProperties")) {
      ((ObjectNode) node).put("additionalProperties", false);
    }
    node.forEach(ApiDescriptionTest::close);
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/search?q=%E4%B8%89%E5%85%AC, SearchAnswer",
    "/api/v1/search?scope=indicators, SearchAnswer",
    "/api/v1/search?scope=figures&size=100, SearchAnswer",
    "/api/v1/search?scope=facts&size=100, SearchAnswer",
    "/api/v1/facts, FactsAnswer",
    "/api/v1/facts?account=%E4%B8%89%E5%85%AC%E7%BB%8F%E8%B4%B9&kind=change&year=2024, FactsAnswer",
    "/api/v1/facts?format=none, Problem",
    "/api/v1/answer?q=%E4%B8%89%E5%85%AC, DirectAnswer",
    "/api/v1/answer?q=%E5%93%AA%E4%BA%9B%E5%8C%BA%E4%B8%89%E5%85%AC%E7%BB%8F%E8%B4%B9%E4%B8%8A%E6%B6%A8,"
        + " DirectAnswer",
    "/api/v1/compare?name=%E5%9F%BA%E6%9C%AC%E6%94%AF%E5%87%BA, Comparison",
    "/api/v1/search?scope=documents, SearchAnswer",
    "/api/v1/search?scope=findings, SearchAnswer",
    "/api/v1/suggest?q=%E4%B8%89, SuggestAnswer",
    "/api/v1/disclosures/qsqzgh-2024-bmjs, Disclosure",
    "/api/v1/disclosures/htx-2022-qt, Disclosure",
    "/api/v1/sections/qsqzgh-2024-bmjs/gk-zyzz, Section",
    "/api/v1/coverage, Coverage",
    "/api/v1/changes, Changes",
    "/api/v1/compare, Comparison",
    "/api/v1/rules, Rules",
    "/coverage, Coverage",
    "/regions, Coverage",
    "/changes?kind=replaced, Changes",
    "/compare?year=2024, Comparison",
    "/rules, Rules",
    "/indicators, SearchAnswer",
    "/search?q=%E4%B8%89, SearchAnswer",
    "/d/qsqzgh-2024-bmjs, Disclosure",
    "/d/qsqzgh-2024-bmjs/gk-zyzz, Section",
    "/api/v1/search?size=none, Problem",
    "/api/v1/disclosures/nothing, Problem",
  })
  void every_answer_is_as_it_is_described(String address, String name) throws IOException {
    ObjectNode schema = JSON.createObjectNode();
    schema.put("$ref", "#/components/schemas/" + name);
    schema.set("components", description.get("components"));
    JsonSchema described = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema);
    JsonNode answer = JSON.readTree(portal.get(address, "Accept", "application/json").body());
    assertThat(described.validate(answer)).as(address).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/facts?document=qsqzgh-2024-bmjs, document",
    "/api/v1/search?q=a&regoin=x, regoin",
    "/api/v1/search?not.regoin=x, not.regoin",
    "/api/v1/sections/qsqzgh-2024-bmjs/gk-zyzz?version=1, version",
    "/api/v1/disclosures/qsqzgh-2024-bmjs?year=2024, year",
    "/api/v1/coverage?region=x, region",
    "/api/v1/export?format=csv&anzahl=5, anzahl",
  })
  void a_parameter_that_is_not_described_is_named(String address, String parameter)
      throws IOException {
    var answer = portal.get(address + "&lang=en");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(JSON.readTree(answer.body()).get("detail").asText())
        .startsWith("There is no parameter \"" + parameter + "\" here. The parameters are: ");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/facts?not.fact_year=2024&not.year=2023&document_year=2024&lang=zh",
    "/api/v1/search?scope=indicators&site=example.org&not.published=2024&level1=x&collapse=off&similar=off&page=1",
    "/api/v1/facet?dimension=agency&find=a&agency_type=-",
    "/api/v1/sections/qsqzgh-2024-bmjs/gk-zyzz?lang=en",
    "/api/v1/suggest?q=a",
  })
  void described_parameters_are_accepted(String address) {
    assertThat(portal.get(address).statusCode()).as(address).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/search, scope, facts",
    "/api/v1/search, sort, amount_asc",
    "/api/v1/search, group, similar",
    "/api/v1/search, topic, 三公经费",
    "/api/v1/search, agency_type, 群团组织",
    "/api/v1/search, met, missed",
    "/api/v1/search, kind, other",
    "/api/v1/search, severity, wording",
    "/api/v1/search, fund, 全口径",
    "/api/v1/export, category, 部门决算",
    "/api/v1/export, fact_kind, per-head",
    "/api/v1/facts, stage, 年初预算",
    "/api/v1/facts, kind, per-head",
    "/api/v1/facts, header, label",
    "/api/v1/facet, published, ''",
    "/api/v1/batch, site, ''",
  })
  void every_parameter_and_its_values_are_listed(String path, String name, String value) {
    JsonNode parameter =
        description
            .at("/paths")
            .path(path)
            .at("/get/parameters")
            .valueStream()
            .map(
                given ->
                    given.has("$ref")
                        ? description.at(given.get("$ref").asText().substring(1))
                        : given)
            .filter(meant -> meant.path("name").asText().equals(name))
            .findFirst()
            .orElseThrow();
    List<String> values =
        Stream.of("/schema/enum", "/schema/items/enum")
            .map(parameter::at)
            .flatMap(JsonNode::valueStream)
            .map(JsonNode::asText)
            .toList();
    assertThat(values).contains(value.isEmpty() ? new String[0] : new String[] {value});
    String page = portal.get("/api").body();
    String section = page.substring(page.indexOf("GET " + path + "<"));
    String row = section.substring(section.indexOf("<code>" + name + "</code>"));
    assertThat(row.substring(0, row.indexOf("</tr>"))).contains(String.join("、", values));
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/export?scope=sections&format=csv, size=5&page=3&group=document",
    "/api/v1/facts?format=csv, size=5&page=3&group=document",
  })
  void what_is_said_to_be_without_effect_on_files_is(String path, String further) {
    assertThat(portal.get(path + "&" + further).body()).isEqualTo(portal.get(path).body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/leads.csv", "/leads.xlsx", "/transparency.csv", "/transparency/places.csv"})
  void what_has_no_json_is_named_with_its_files(String path) {
    assertThat(portal.get("/api").body()).contains("<code>" + path + "</code>");
    assertThat(portal.get(path).statusCode()).isEqualTo(200);
  }
}
