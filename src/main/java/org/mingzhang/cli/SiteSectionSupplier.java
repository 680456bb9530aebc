package org.mingzhang.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.mingzhang.archive.Archive;
import org.mingzhang.collect.source.CrawlSource;
import org.mingzhang.region.Division;
import org.mingzhang.region.Gazetteer;
import org.mingzhang.web.source.SiteSection;

/**
 * Supplies the site sections from which documents were collected: those of the current file of
 * sources, and those that were collected earlier and are no longer listed there.
 */
final class SiteSectionSupplier implements Supplier<List<SiteSection>> {
  private final CollectOptions options;
  private final Archive archive;

  SiteSectionSupplier(CollectOptions options, Archive archive) {
    this.options = options;
    this.archive = archive;
  }

  @Override
  public List<SiteSection> get() {
    List<SiteSection> siteSections = new ArrayList<>(readFromSourceFile());
    for (String name : archive.frontier().sourceNames()) {
      Optional<String> url = archive.frontier().findListPageAddress(name);
      if (url.isPresent()
          && siteSections.stream().noneMatch(siteSection -> siteSection.name().equals(name))) {
        siteSections.add(new SiteSection(name, name, url.get(), "", null, List.of()));
      }
    }
    return siteSections;
  }

  private List<SiteSection> readFromSourceFile() {
    try {
      return options.exists()
          ? options.read().sources().stream().map(SiteSectionSupplier::toSiteSection).toList()
          : List.of();
    } catch (IOException fault) {
      // the pages that edit the file and collect from it report that it cannot be read
      return List.of();
    }
  }

  private static SiteSection toSiteSection(CrawlSource source) {
    String region = source.region();
    return new SiteSection(
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
