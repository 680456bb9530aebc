package org.mingzhang.web.dataset;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;

/**
 * Descriptions of the datasets for catalogues: DCAT 3 for harvesters, schema.org for dataset
 * search.
 *
 * @param origin origin of the portal, or empty
 * @param datasets the datasets
 */
record DatasetCatalog(String origin, DatasetManifest datasets) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TITLE = "明账：预决算公开数据";
  private static final String DESCRIPTION =
      "各地各部门公开的预算、决算中的金额，每行一个数，带科目、阶段、资金、口径、年度和原文链接。 Amounts of published Chinese budgets and final"
          + " accounts, one per row, with account, stage, fund, perimeter, year and a link to their"
          + " place.";

  /**
   * The DCAT catalog: a dataset for the dump of all facts, and one for each package with its
   * amounts and its description.
   */
  ObjectNode buildDcat() {
    ObjectNode catalogue = JSON.createObjectNode();
    ObjectNode context = catalogue.putObject("@context");
    context.put("dcat", "http://www.w3.org/ns/dcat#").put("dct", "http://purl.org/dc/terms/");
    context.put("spdx", "http://spdx.org/rdf/terms#");
    context.put("xsd", "http://www.w3.org/2001/XMLSchema#");
    catalogue.put("@id", address("")).put("@type", "dcat:Catalog").put("dct:title", TITLE);
    catalogue.put("dct:description", DESCRIPTION).put("dct:language", "zh-CN");
    ArrayNode all = catalogue.putArray("dcat:dataset");
    ObjectNode whole = addDataset(all, "facts", "全部事实 All facts");
    addDistribution(whole, datasets.dump());
    for (FiscalDataPackage each : datasets.packages()) {
      ObjectNode dataset =
          addDataset(all, each.name(), PackageDescriptionWriter.title(each.region(), each.year()));
      if (!each.region().isEmpty()) {
        dataset.put("dct:spatial", String.join("", each.region()));
      }
      if (each.year() != null) {
        dataset.put("dct:temporal", each.year().toString());
      }
      dataset.put("dct:conformsTo", "https://specs.frictionlessdata.io/fiscal-data-package/");
      addDistribution(dataset, each.amounts());
      addDistribution(dataset, each.description());
    }
    return catalogue;
  }

  private ObjectNode addDataset(ArrayNode all, String id, String title) {
    ObjectNode dataset = all.addObject();
    dataset.put("@id", address("#" + id)).put("@type", "dcat:Dataset").put("dct:title", title);
    dataset.put("dct:identifier", id).put("dct:rights", PackageDescriptionWriter.RIGHTS);
    dataset.putObject("dct:modified").put("@type", "xsd:dateTime").put("@value", datasets.made());
    dataset.putArray("dcat:distribution");
    return dataset;
  }

  private void addDistribution(ObjectNode dataset, DatasetFile file) {
    ObjectNode distribution = ((ArrayNode) dataset.get("dcat:distribution")).addObject();
    String address = address("/" + file.path());
    distribution.put("@id", address).put("@type", "dcat:Distribution");
    distribution.putObject("dcat:downloadURL").put("@id", address);
    distribution.put("dcat:mediaType", file.mediaType()).put("dcat:byteSize", file.bytes());
    distribution
        .putObject("spdx:checksum")
        .put("@type", "spdx:Checksum")
        .put("spdx:checksumValue", file.sha256())
        .putObject("spdx:algorithm")
        .put("@id", "spdx:checksumAlgorithm_sha256");
  }

  /**
   * Describes all data as one schema.org dataset, distributed as the dump of all facts and as the
   * description that lists the files of all packages.
   */
  ObjectNode buildSchemaOrg() {
    ObjectNode dataset = JSON.createObjectNode();
    dataset.put("@context", "https://schema.org").put("@type", "Dataset");
    dataset.put("name", TITLE).put("description", DESCRIPTION).put("url", address(""));
    dataset.put("dateModified", datasets.made()).put("inLanguage", "zh-CN");
    dataset.put("isAccessibleForFree", true).put("usageInfo", address(""));
    List<Integer> years =
        datasets.packages().stream()
            .flatMap(p -> Stream.ofNullable(p.year()))
            .distinct()
            .sorted()
            .toList();
    if (!years.isEmpty()) {
      dataset.put("temporalCoverage", years.getFirst() + "/" + years.getLast());
    }
    ArrayNode variables = dataset.putArray("variableMeasured");
    DatasetColumn.ofPackages().forEach(column -> variables.add(column.name()));
    ArrayNode files = dataset.putArray("distribution");
    for (DatasetFile file : List.of(datasets.description(), datasets.dump())) {
      files
          .addObject()
          .put("@type", "DataDownload")
          .put("encodingFormat", file.mediaType())
          .put("contentUrl", address("/" + file.path()))
          .put("contentSize", file.bytes() + " B")
          .put("sha256", file.sha256());
    }
    return dataset;
  }

  private String address(String path) {
    return origin + "/data" + path;
  }
}
