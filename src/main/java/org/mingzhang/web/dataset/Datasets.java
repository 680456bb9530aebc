package org.mingzhang.web.dataset;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files as they were made at one time.
 *
 * @param made when, RFC 3339
 * @param packages one a region and year, in the order of regions and years
 * @param description {@code datapackage.json} of all packages together
 * @param schema the columns they share
 * @param dump all facts in one file
 */
public record Datasets(
    String made,
    List<FiscalPackage> packages,
    DatasetFile description,
    DatasetFile schema,
    DatasetFile dump) {
  /** Copies the list. */
  public Datasets {
    packages = List.copyOf(packages);
  }

  /** When they were made. */
  @JsonIgnore
  public Instant when() {
    return Instant.parse(made);
  }

  /** All files. */
  Stream<DatasetFile> files() {
    return Stream.concat(
        Stream.of(description, schema, dump),
        packages.stream().flatMap(p -> Stream.of(p.description(), p.amounts())));
  }

  /** The file at a path below {@code /data/}; what is not listed is not there. */
  Optional<DatasetFile> file(String path) {
    return files().filter(file -> file.path().equals(path)).findFirst();
  }

  /** Amounts in all packages. */
  public long amounts() {
    return packages.stream().mapToLong(p -> p.amounts().rows()).sum();
  }
}
