package org.mingzhang.web.api;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.web.coverage.CoveragePage;
import org.mingzhang.web.coverage.MissingDocument;
import org.mingzhang.web.http.PageRenderer;
import org.mingzhang.web.render.Labels;
import org.mingzhang.web.source.SiteSection;

/** Expected documents that the archive does not have, {@code /coverage.csv?region=&category=}. */
public final class CoverageGapsFileHandler implements Handler {
  private static final List<String> COLUMN_NAMES =
      List.of("agency", "region", "year", "category", "expected", "column", "column_url");

  private final PageRenderer pages;
  private final CoveragePage coverage;

  /** Creates an instance that writes the missing documents that the page lists. */
  public CoverageGapsFileHandler(PageRenderer pages, CoveragePage coverage) {
    this.pages = pages;
    this.coverage = coverage;
  }

  @Override
  public void handle(Context ctx) throws Exception {
    Labels labels = pages.labels(ctx);
    new ExportFileSender(ctx, pages, RowWriter.Format.CSV)
        .write(
            "coverage-gaps",
            labels.text("coverage.view.gaps"),
            ExportColumn.findByNames(COLUMN_NAMES),
            sink -> coverage.findGaps(ctx).forEach(gap -> sink.writeRow(buildRow(gap, labels))));
  }

  private static List<@Nullable Object> buildRow(MissingDocument gap, Labels labels) {
    SiteSection siteSection = gap.siteSection();
    return Arrays.asList(
        gap.agency(),
        gap.region(),
        gap.year(),
        gap.category(),
        gap.reason(labels),
        siteSection == null ? null : siteSection.title(),
        siteSection == null ? null : siteSection.url());
  }
}
