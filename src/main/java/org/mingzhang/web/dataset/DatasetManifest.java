package org.mingzhang.web.dataset;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of one build of the datasets. Serialized as JSON for the manifest of the build and for
 * the list at {@code /data}.
 *
 * @param made time of the build, RFC 3339
 * @param packages one for each region and year with amounts, sorted by both
 * @param description {@code datapackage.json} of all packages
 * @param schema Table Schema of the columns of packages
 * @param dump all facts in one file
 */
public record DatasetManifest(
    String made,
    List<FiscalDataPackage> packages,
    DatasetFile description,
    DatasetFile schema,
    DatasetFile dump) {
  /** Makes an immutable copy of the list. */
  public DatasetManifest {
    packages = List.copyOf(packages);
  }

  /** {@link #made} as an instant. */
  @JsonIgnore
  public Instant buildTime() {
    return Instant.parse(made);
  }

  /** The description, schema and dump of all data, then the files of each package. */
  Stream<DatasetFile> files() {
    return Stream.concat(
        Stream.of(description, schema, dump),
        packages.stream().flatMap(p -> Stream.of(p.description(), p.amounts())));
  }

  /** The listed file with a path below {@code /data/}; empty if there is none. */
  Optional<DatasetFile> findFile(String path) {
    return files().filter(file -> file.path().equals(path)).findFirst();
  }

  /** Number of amounts in all packages. */
  public long amountCount() {
    return packages.stream().mapToLong(p -> p.amounts().rows()).sum();
  }
}
