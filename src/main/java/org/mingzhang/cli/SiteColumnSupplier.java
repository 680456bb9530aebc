package org.mingzhang.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.mingzhang.archive.Archive;
import org.mingzhang.collect.source.Source;
import org.mingzhang.region.Division;
import org.mingzhang.region.Gazetteer;
import org.mingzhang.web.source.SiteColumn;

/**
 * Supplies the columns of sites from which documents were collected: those of the current file of
 * sources, and those that were collected earlier and are no longer listed there.
 */
final class SiteColumnSupplier implements Supplier<List<SiteColumn>> {
  private final CollectOptions options;
  private final Archive archive;

  SiteColumnSupplier(CollectOptions options, Archive archive) {
    this.options = options;
    this.archive = archive;
  }

  @Override
  public List<SiteColumn> get() {
    List<SiteColumn> columns = new ArrayList<>(readListed());
    for (String name : archive.frontier().sources()) {
      Optional<String> url = archive.frontier().readColumn(name);
      if (url.isPresent() && columns.stream().noneMatch(column -> column.name().equals(name))) {
        columns.add(new SiteColumn(name, name, url.get(), "", null, List.of()));
      }
    }
    return columns;
  }

  private List<SiteColumn> readListed() {
    try {
      return options.exists()
          ? options.read().sources().stream().map(SiteColumnSupplier::of).toList()
          : List.of();
    } catch (IOException fault) {
      return List.of(); // reported where sources are collected and edited
    }
  }

  private static SiteColumn of(Source source) {
    String region = source.region();
    return new SiteColumn(
        source.name(),
        source.title(),
        source.url().toString(),
        region == null
            ? ""
            : Gazetteer.standard()
                .parseCodeOrPath(region)
                .map(Division::path)
                .map(path -> String.join("/", path))
                .orElse(""),
        source.agency(),
        source.agencies());
  }
}
