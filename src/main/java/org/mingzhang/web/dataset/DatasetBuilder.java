package org.mingzhang.web.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.Archive;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.Fact;
import org.mingzhang.model.SearchScope;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.region.Gazetteer;
import org.mingzhang.search.Hit;
import org.mingzhang.web.address.SearchUrl;
import org.mingzhang.web.source.SearchPort;

/**
 * Builds all dataset files from the index. Facts are streamed; the hits of all documents are held
 * in memory. A package has the amounts of all documents of one region and year, without documents
 * of its subordinate regions.
 *
 * @param search the index, with personal data masked
 * @param archive versions of documents
 * @param origin origin of the portal for links, or empty
 * @param clock supplies the time of the build
 */
record DatasetBuilder(SearchPort search, Archive archive, String origin, Clock clock) {
  private record PackageKey(List<String> region, @Nullable Integer year) {}

  /**
   * Builds all files. Regions and years without amounts get no package.
   *
   * @param folder empty folder to write to
   * @param throttle run after each fact that was read; if it throws an exception, the build ends
   */
  DatasetManifest build(Path folder, Runnable throttle) throws IOException {
    String builtAt = Instant.now(clock).truncatedTo(ChronoUnit.SECONDS).toString();
    PackageDescriptionWriter descriptions = new PackageDescriptionWriter(origin, builtAt);
    FactRowConverter rows = new FactRowConverter(archive, Gazetteer.standard(), origin);
    List<FiscalDataPackage> packages = new ArrayList<>();
    PackageNameChooser names = new PackageNameChooser();
    for (Map.Entry<PackageKey, Map<String, Hit>> entry : groupDocuments().entrySet()) {
      PackageKey group = entry.getKey();
      String name = names.choose(group.region(), rows.findRegionCode(group.region()), group.year());
      Map<String, Hit> documents = new LinkedHashMap<>();
      DatasetFile amounts =
          writeFacts(
              folder,
              name + "/amounts.csv",
              amountSearch(group),
              DatasetColumn.ofPackages(),
              hit -> {
                Hit document = entry.getValue().get(hit.documentId());
                boolean own = hit.region().equals(group.region());
                if (own && document != null) {
                  documents.put(hit.documentId(), document);
                }
                return own;
              },
              rows,
              throttle);
      if (amounts.rows() == 0) {
        Files.delete(folder.resolve(amounts.path()));
        Files.delete(folder.resolve(name));
        continue;
      }
      byte[] description =
          descriptions.build(name, group.region(), group.year(), amounts, documents.values());
      packages.add(
          new FiscalDataPackage(
              name,
              group.region(),
              group.year(),
              documents.size(),
              amounts,
              DatasetFileWriter.writeJson(folder, name + "/datapackage.json", description)));
    }
    DatasetFile schema =
        DatasetFileWriter.writeJson(
            folder,
            "schema.json",
            PackageDescriptionWriter.toBytes(PackageDescriptionWriter.buildSchema()));
    DatasetFile all =
        DatasetFileWriter.writeJson(folder, "datapackage.json", descriptions.buildForAll(packages));
    DatasetFile dump =
        writeFacts(
            folder,
            "facts.csv.gz",
            SearchUrl.of("", SearchScope.FACTS),
            DatasetColumn.ofDump(),
            hit -> true,
            rows,
            throttle);
    return new DatasetManifest(builtAt, packages, all, schema, dump);
  }

  /** The documents, by their ids, of each region and year; sorted by both. */
  private Map<PackageKey, Map<String, Hit>> groupDocuments() {
    Map<String, Map<PackageKey, Map<String, Hit>>> sorted = new TreeMap<>();
    search.forEach(
        SearchUrl.of("", SearchScope.DOCUMENTS).request(),
        hit ->
            sorted
                .computeIfAbsent(
                    String.join("/", hit.region()) + " " + hit.year(), k -> new LinkedHashMap<>())
                .computeIfAbsent(
                    new PackageKey(hit.region(), hit.year()), k -> new LinkedHashMap<>())
                .put(hit.documentId(), hit));
    Map<PackageKey, Map<String, Hit>> groups = new LinkedHashMap<>();
    sorted.values().forEach(groups::putAll);
    return groups;
  }

  private static SearchUrl amountSearch(PackageKey packageKey) {
    String region = String.join("/", packageKey.region());
    Integer year = packageKey.year();
    return SearchUrl.of("", SearchScope.FACTS)
        .withToggled(FacetDimension.FACT_KIND, Fact.Kind.AMOUNT.id())
        .withToggled(FacetDimension.REGION, region.isEmpty() ? SearchRequest.NOT_STATED : region)
        .withToggled(
            FacetDimension.YEAR, year == null ? SearchRequest.NOT_STATED : year.toString());
  }

  private DatasetFile writeFacts(
      Path folder,
      String path,
      SearchUrl searchUrl,
      List<DatasetColumn> columns,
      Predicate<Hit> filter,
      FactRowConverter rowConverter,
      Runnable throttle)
      throws IOException {
    DatasetFileWriter file = new DatasetFileWriter(folder, path, columns);
    try (file) {
      search.forEach(
          searchUrl.request(),
          hit -> {
            if (filter.test(hit)) {
              try {
                file.writeRow(rowConverter.buildRow(hit, columns));
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            }
            throttle.run();
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return file.describe();
  }
}
