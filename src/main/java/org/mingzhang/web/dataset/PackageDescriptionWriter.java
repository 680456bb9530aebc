package org.mingzhang.web.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.search.Hit;
import org.mingzhang.web.address.PortalLinks;

/**
 * Writes {@code datapackage.json} and the schema of the columns: Tabular Data Packages whose
 * columns refer to concepts of the Fiscal Data Package 1.0.
 *
 * @param origin origin of the portal, or empty
 * @param buildTime time of the build, RFC 3339
 */
record PackageDescriptionWriter(String origin, String buildTime) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The statement of rights that every description contains. */
  static final String RIGHTS =
      "数据摘自各单位依法公开的预决算文件，每行附原文链接、页码和原件 SHA-256；使用时请注明原公开单位和文件。 Taken from documents that agencies"
          + " published as the law requires; each row has its source. Name agency and document when"
          + " using it.";

  /** The columns of packages as a Table Schema. */
  static ObjectNode buildSchema() {
    ObjectNode schema = JSON.createObjectNode();
    ArrayNode fields = schema.putArray("fields");
    for (DatasetColumn column : DatasetColumn.ofPackages()) {
      ObjectNode field = fields.addObject();
      field.put("name", column.name()).put("type", column.type()).put("title", column.chinese());
      field.put("description", column.english());
      if (!column.columnType().isEmpty()) {
        field.put("columnType", column.columnType());
      }
      if (!column.constraint().isEmpty()) {
        ObjectNode constraints = field.putObject("constraints").put("required", true);
        if (column.constraint().equals("unique")) {
          constraints.put("unique", true);
        }
      }
    }
    schema.put("primaryKey", "fact");
    schema.putArray("missingValues").add("");
    schema
        .putArray("extraFields")
        .addObject()
        .put("name", "currency")
        .put("type", "string")
        .put("columnType", "value-currency:code")
        .put("constant", "CNY");
    return schema;
  }

  /**
   * The description of one package, as the bytes of its {@code datapackage.json}.
   *
   * @param region path of the region; empty if it is not stated
   * @param year fiscal year, or null if it is not stated
   * @param documents the sources of the amounts
   */
  byte[] build(
      String name,
      List<String> region,
      @Nullable Integer year,
      DatasetFile amountsFile,
      Collection<Hit> documents) {
    ObjectNode all = createHead(name, title(region, year));
    addResource(all.putArray("resources"), "amounts", "amounts.csv", amountsFile)
        .set("schema", buildSchema());
    ArrayNode sources = all.putArray("sources");
    for (Hit document : documents) {
      sources
          .addObject()
          .put("title", document.documentTitle())
          .put("path", origin + PortalLinks.permalink(document.documentId()));
    }
    return toBytes(all);
  }

  /** The description of all packages; paths of their files are relative to its own. */
  byte[] buildForAll(List<FiscalDataPackage> packages) {
    ObjectNode all = createHead("mingzhang-amounts", "明账：全部金额");
    ArrayNode resources = all.putArray("resources");
    for (FiscalDataPackage each : packages) {
      addResource(resources, each.name(), each.amounts().path(), each.amounts())
          .put("title", title(each.region(), each.year()))
          .put("schema", "schema.json");
    }
    return toBytes(all);
  }

  /** Title of a package: 示例省样本市 2024. */
  static String title(List<String> region, @Nullable Integer year) {
    String place = region.isEmpty() ? "地区未载明" : String.join("", region);
    return place + " " + (year == null ? "年度未载明" : year);
  }

  private ObjectNode createHead(String name, String title) {
    ObjectNode all = JSON.createObjectNode();
    all.put("profile", "tabular-data-package").put("name", name).put("title", title);
    all.put("created", buildTime).put("homepage", origin + "/data");
    all.put("rights", RIGHTS);
    all.put("currency", "CNY");
    return all;
  }

  private static ObjectNode addResource(
      ArrayNode resources, String name, String path, DatasetFile file) {
    return resources
        .addObject()
        .put("profile", "tabular-data-resource")
        .put("name", name)
        .put("path", path)
        .put("format", "csv")
        .put("mediatype", "text/csv")
        .put("encoding", "utf-8")
        .put("bytes", file.bytes())
        .put("hash", "sha256:" + file.sha256());
  }

  static byte[] toBytes(Object json) {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree is always written", e);
    }
  }
}
