package org.mingzhang.web.dataset;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.web.address.NotFoundException;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.address.RegionLinks;
import org.mingzhang.web.document.StructuredData;
import org.mingzhang.web.http.PageHead;
import org.mingzhang.web.http.PageRenderer;
import org.mingzhang.web.render.AmountFormat;
import org.mingzhang.web.render.Labels;
import org.mingzhang.web.transfer.ByteResponse;
import org.mingzhang.web.transfer.ByteSource;

/**
 * The open data at {@code /data}: the files, and lists of them for readers, programs and data
 * catalogs.
 */
public final class DataPage implements Handler {
  /** Number of packages on a page. */
  private static final int PAGE_SIZE = 100;

  private static final RegionLinks REGION_LINKS = RegionLinks.standard();

  private final PageRenderer pages;
  private final @Nullable DatasetStore store;

  /**
   * A file of the list.
   *
   * @param address address of the file
   * @param size size with its unit, such as {@code 1.2 MB}
   * @param rows number of rows with thousands separators
   */
  public record FileView(String address, String size, String rows, DatasetFile file) {
    static FileView of(DatasetFile file) {
      return new FileView(
          "/data/" + file.path(),
          AmountFormat.formatBytes(file.bytes()),
          AmountFormat.formatCount(file.rows()),
          file);
    }
  }

  /**
   * A package of the list.
   *
   * @param fiscalPackage the package
   * @param place names of the path of its region, joined by spaces; empty if the documents state
   *     none
   * @param regionAddress address of the region's page, or empty
   */
  public record PackageView(
      FiscalDataPackage fiscalPackage,
      String place,
      String regionAddress,
      FileView amounts,
      FileView description) {}

  /**
   * Creates an instance that serves files.
   *
   * @param scheduler builds the files; null if there are none
   */
  public DataPage(PageRenderer pages, @Nullable DatasetScheduler scheduler) {
    this.pages = pages;
    this.store = scheduler == null ? null : scheduler.store();
  }

  private Optional<DatasetStore.Generation> findCurrent() {
    return store == null ? Optional.empty() : store.findCurrent();
  }

  @Override
  public void handle(Context ctx) {
    Labels labels = pages.labels(ctx);
    PortalLinks links = pages.links(ctx);
    Optional<DatasetManifest> datasets = findCurrent().map(DatasetStore.Generation::datasets);
    List<FiscalDataPackage> all = datasets.map(DatasetManifest::packages).orElse(List.of());
    int page = PageRenderer.parameters(ctx).pageNumber(all.size(), PAGE_SIZE);
    Map<String, Object> model = new HashMap<>();
    model.put("datasets", datasets.orElse(null));
    model.put(
        "whole",
        datasets.stream()
            .flatMap(d -> Stream.of(d.dump(), d.description(), d.schema()))
            .map(FileView::of)
            .toList());
    model.put(
        "packages",
        all.stream()
            .skip((page - 1L) * PAGE_SIZE)
            .limit(PAGE_SIZE)
            .map(p -> buildPackageView(p, links))
            .toList());
    model.put("packageCount", AmountFormat.formatCount(all.size()));
    model.put(
        "amountCount",
        AmountFormat.formatCount(datasets.map(DatasetManifest::amountCount).orElse(0L)));
    model.put("next", all.size() > (long) page * PAGE_SIZE ? pageAddress(page + 1, links) : "");
    model.put("previous", page > 1 ? pageAddress(page - 1, links) : "");
    model.put("columns", DatasetColumn.ofPackages());
    model.put(
        "more", DatasetColumn.ofDump().stream().filter(c -> c.files().equals("dump")).toList());
    String structured =
        datasets
            .map(
                d ->
                    StructuredData.escapeForScript(
                        new DatasetCatalog(pages.origin(ctx), d).buildSchemaOrg()))
            .orElse(null);
    PageHead head =
        new PageHead(
            labels.text("data.title"), labels.text("data.lead"), true, "/data", null, structured);
    pages.show(ctx, "dataset/data", head, model);
  }

  private static String pageAddress(int page, PortalLinks links) {
    return links.page(page == 1 ? "/data" : "/data?page=" + page);
  }

  private static PackageView buildPackageView(FiscalDataPackage dataPackage, PortalLinks links) {
    boolean placed = !dataPackage.region().isEmpty();
    return new PackageView(
        dataPackage,
        String.join(" ", dataPackage.region()),
        placed ? links.page(REGION_LINKS.regionPageAddress(dataPackage.region())) : "",
        FileView.of(dataPackage.amounts()),
        FileView.of(dataPackage.description()));
  }

  /** Sends the list of files as JSON; an empty list of packages if no files have been built yet. */
  public void sendJson(Context ctx) {
    ctx.json(
        findCurrent()
            .map(generation -> (Object) generation.datasets())
            .orElseGet(() -> Map.of("packages", List.of())));
  }

  /**
   * Sends the DCAT catalog, {@code /data/catalog.jsonld}.
   *
   * @throws NotFoundException if no files have been built yet
   */
  public void sendCatalogue(Context ctx) {
    DatasetManifest datasets =
        findCurrent()
            .map(DatasetStore.Generation::datasets)
            .orElseThrow(
                () -> new NotFoundException("catalogue: no files have been built yet", ""));
    String json = new DatasetCatalog(pages.origin(ctx), datasets).buildDcat().toString();
    ctx.contentType("application/ld+json").result(json.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Sends a file of the list, {@code /data/PATH}. Scripts of any origin may read it.
   *
   * @throws NotFoundException if the list does not have the file
   */
  public void sendFile(Context ctx) throws IOException {
    String path = ctx.pathParam("path");
    DatasetStore.Generation generation =
        findCurrent().orElseThrow(() -> new NotFoundException("file " + path, ""));
    DatasetFile file =
        generation
            .datasets()
            .findFile(path)
            .orElseThrow(() -> new NotFoundException("file " + path, ""));
    ctx.header("Access-Control-Allow-Origin", "*");
    new ByteResponse(
            ByteSource.of(generation.folder().resolve(file.path())),
            file.mediaType().equals("text/csv") ? "text/csv; charset=utf-8" : file.mediaType(),
            file.sha256(),
            generation.datasets().buildTime())
        .send(ctx);
  }
}
