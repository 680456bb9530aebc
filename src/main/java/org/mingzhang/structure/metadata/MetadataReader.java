package org.mingzhang.structure.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.AgencyType;
import org.mingzhang.model.Category;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.Evidence;
import org.mingzhang.model.Extraction;
import org.mingzhang.model.Section;
import org.mingzhang.region.Division;
import org.mingzhang.region.Gazetteer;

/**
 * Determines title, agency, agency type, region, fiscal year and category of a document, each with
 * its evidence.
 *
 * <p>Values in the sidecar take precedence. Otherwise each field is determined by ordered rules,
 * which begin with the printed title and the cover; the resolver of the field states their order.
 * Thread-safe.
 */
public final class MetadataReader {
  private final Gazetteer gazetteer = Gazetteer.standard();
  private final DisclosureTitleParser parser = new DisclosureTitleParser(gazetteer);
  private final DocumentTitleFinder titleFinder = new DocumentTitleFinder(parser);
  private final FallbackDocumentTitleFinder fallbackTitleFinder =
      new FallbackDocumentTitleFinder(parser, gazetteer);
  private final AgencyResolver agencyResolver = new AgencyResolver(gazetteer);
  private final RegionResolver regionResolver = new RegionResolver(gazetteer);
  private final FiscalYearResolver fiscalYearResolver = new FiscalYearResolver();
  private final CategoryResolver categoryResolver = new CategoryResolver();

  /**
   * Reads the metadata; a value that no rule determines is null. A blank form has no agency, and
   * its region is null unless the sidecar states it; a document whose agency the sidecar states is
   * not tested for being a blank form.
   */
  public DocumentMetadata read(Extraction extraction, List<Section> sections, Sidecar sidecar) {
    MetadataSourceText sourceText =
        MetadataSourceText.read(extraction, sections, sidecar.siteSection());
    ParsedDisclosureTitle fileNameTitle = parser.parseFileName(sourceText.fileName());
    MetadataClaim<ParsedDisclosureTitle> found =
        Optional.ofNullable(NonDisclosureDetector.findDecisiveFirstLine(sourceText))
            .map(this::parseTitleOfNonDisclosure)
            .or(() -> titleFinder.find(sourceText.cover()))
            .or(() -> fallbackTitleFinder.find(sourceText))
            .or(
                () ->
                    Optional.ofNullable(NonDisclosureDetector.find(sourceText))
                        .map(this::parseTitleOfNonDisclosure))
            .orElse(null);
    MetadataClaim<ParsedDisclosureTitle> title =
        MisreadTitleCorrector.correct(
            found, fileNameTitle, extraction.source().ocr() != null, gazetteer);

    MetadataClaim<Category> blank =
        sidecar.agency() == null ? BlankTemplateDetector.find(sourceText.lines()) : null;
    MetadataClaim<AgencyName> agencyName =
        blank != null ? null : agencyResolver.resolve(sourceText, title, fileNameTitle);
    MetadataClaim<Division> region =
        firstNonNull(
            readSidecarValue(sidecar.region(), gazetteer::parseCodeOrPath),
            blank != null
                ? null
                : regionResolver.resolve(sourceText, agencyName, title, fileNameTitle));
    MetadataClaim<Integer> year =
        firstNonNull(
            readSidecarValue(sidecar.year(), Optional::of),
            fiscalYearResolver.resolve(sourceText, title, fileNameTitle));
    MetadataClaim<String> agency =
        firstNonNull(
            readSidecarValue(sidecar.agency(), Optional::of),
            agencyName == null ? null : agencyName.withValue(agencyName.value().name()));
    MetadataClaim<AgencyType> type = findType(agency);
    MetadataClaim<Category> category =
        firstNonNull(
            readSidecarValue(sidecar.category(), Category::ofLabel),
            blank != null
                ? blank
                : categoryResolver.resolve(sourceText, title, fileNameTitle, valueOrNull(type)));
    if (category != null && category.value().isAboutWholeGovernment()) {
      type = category.withValue(AgencyType.GOVERNMENT_AS_WHOLE);
    }
    MetadataClaim<String> printed =
        firstNonNull(
            readSidecarValue(sidecar.title(), Optional::of),
            DocumentTitleBuilder.printedTitleWithAgency(title, agencyName));
    MetadataClaim<String> shown =
        firstNonNull(
            printed,
            DocumentTitleBuilder.composeTitle(
                valueOrNull(agency),
                valueOrNull(region),
                valueOrNull(year),
                valueOrNull(category)));
    return new MetadataClaims(
            shown,
            printed == null,
            agency,
            region,
            year,
            category,
            type,
            PublicationDateReader.find(sourceText.lines(), title == null ? null : title.value()))
        .toMetadata();
  }

  private MetadataClaim<ParsedDisclosureTitle> parseTitleOfNonDisclosure(
      MetadataClaim<String> line) {
    return line.withValue(parser.parsePrinted(line.value()));
  }

  /** The value found for each metadata field, with its evidence; null if no rule determines it. */
  private record MetadataClaims(
      @Nullable MetadataClaim<String> title,
      boolean titleComposed,
      @Nullable MetadataClaim<String> agency,
      @Nullable MetadataClaim<Division> region,
      @Nullable MetadataClaim<Integer> year,
      @Nullable MetadataClaim<Category> category,
      @Nullable MetadataClaim<AgencyType> type,
      @Nullable MetadataClaim<String> publicationDate) {
    DocumentMetadata toMetadata() {
      List<Evidence> evidence = new ArrayList<>();
      addIfNotNull(evidence, "title", title);
      addIfNotNull(evidence, "agency", agency);
      addIfNotNull(evidence, "region", region);
      addIfNotNull(evidence, "year", year);
      addIfNotNull(evidence, "category", category);
      addIfNotNull(evidence, "agencyType", type);
      addIfNotNull(evidence, Evidence.PUBLISHED, publicationDate);
      return new DocumentMetadata(
          valueOrNull(title),
          titleComposed,
          valueOrNull(agency),
          region == null ? null : region.value().toRegion(),
          valueOrNull(year),
          valueOrNull(category),
          valueOrNull(type),
          evidence);
    }
  }

  private static @Nullable MetadataClaim<AgencyType> findType(
      @Nullable MetadataClaim<String> agency) {
    return agency == null
        ? null
        : AgencyTypeClassifier.classify(agency.value())
            .map(t -> new MetadataClaim<>(t, "agency-name", agency.value(), agency.page()))
            .orElse(null);
  }

  private static <S, T> @Nullable MetadataClaim<T> readSidecarValue(
      @Nullable S value, java.util.function.Function<S, Optional<T>> parser) {
    return value == null
        ? null
        : parser
            .apply(value)
            .map(v -> new MetadataClaim<>(v, "sidecar", value.toString(), 0))
            .orElse(null);
  }

  private static <T> @Nullable MetadataClaim<T> firstNonNull(
      @Nullable MetadataClaim<T> one, @Nullable MetadataClaim<T> other) {
    return one != null ? one : other;
  }

  private static <T> @Nullable T valueOrNull(@Nullable MetadataClaim<T> claim) {
    return claim == null ? null : claim.value();
  }

  private static void addIfNotNull(
      List<Evidence> evidence, String field, @Nullable MetadataClaim<?> claim) {
    if (claim != null) {
      evidence.add(claim.toEvidence(field));
    }
  }
}
