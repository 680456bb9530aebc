package org.mingzhang.opensearch.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.search.Query;
import org.mingzhang.schema.DisclosureRowFactory;
import org.mingzhang.wire.IndexableDocument;
import org.opensearch.common.xcontent.XContentFactory;
import org.opensearch.core.common.bytes.BytesReference;
import org.opensearch.core.xcontent.XContentBuilder;
import org.opensearch.index.mapper.IdFieldMapper;
import org.opensearch.index.mapper.MappedFieldType;
import org.opensearch.index.mapper.Mapper;
import org.opensearch.index.mapper.MapperParsingException;
import org.opensearch.index.mapper.ParametrizedFieldMapper;
import org.opensearch.index.mapper.ParseContext;
import org.opensearch.index.mapper.SourceValueFetcher;
import org.opensearch.index.mapper.TextSearchInfo;
import org.opensearch.index.mapper.Uid;
import org.opensearch.index.mapper.ValueFetcher;
import org.opensearch.index.query.QueryShardContext;
import org.opensearch.search.lookup.SearchLookup;

/**
 * Mapper of the field that makes rows of a document; its value is an {@link IndexableDocument}. All
 * rows have the document's id, so that they are replaced and deleted together. The row of the
 * document itself is the root document of OpenSearch and thus the last of the block, as searches
 * require.
 */
final class RowsMapper extends ParametrizedFieldMapper {
  static final TypeParser PARSER = new TypeParser((name, context) -> new Builder(name));

  private RowsMapper(String name, MappedFieldType type, MultiFields fields, CopyTo copies) {
    super(name, type, fields, copies);
  }

  /** Builder of the field, which has no parameters. */
  private static final class Builder extends ParametrizedFieldMapper.Builder {
    private Builder(String name) {
      super(name);
    }

    @Override
    protected List<Parameter<?>> getParameters() {
      return List.of();
    }

    @Override
    public RowsMapper build(Mapper.BuilderContext context) {
      return new RowsMapper(
          name,
          new RowsType(buildFullName(context)),
          multiFieldsBuilder.build(this, context),
          copyTo.build());
    }
  }

  /** Field type for OpenSearch's own queries, which match nothing. */
  private static final class RowsType extends MappedFieldType {
    private RowsType(String name) {
      super(name, false, false, false, TextSearchInfo.NONE, Map.of());
    }

    @Override
    public String typeName() {
      return MingzhangPlugin.FIELD_TYPE;
    }

    @Override
    public ValueFetcher valueFetcher(
        QueryShardContext context, SearchLookup lookup, String format) {
      return SourceValueFetcher.identity(name(), context, format);
    }

    @Override
    public Query termQuery(Object value, QueryShardContext context) {
      throw new IllegalArgumentException("rows are searched through the portal alone");
    }
  }

  @Override
  protected void parseCreateField(ParseContext context) throws IOException {
    IndexableDocument document = read(context);
    String id = context.sourceToParse().id();
    if (!document.id().equals(id)) {
      throw new MapperParsingException("the record of " + document.id() + " is sent as " + id);
    }
    List<Document> rows = rows(document);
    for (Document row : rows.subList(0, rows.size() - 1)) {
      ParseContext.Document own = context.createNestedContext("").doc();
      own.add(idOf(id));
      addTo(own, row);
    }
    addTo(context.doc(), rows.getLast());
  }

  /**
   * Converts errors to exceptions, because a node does not respond to a request that throws one.
   */
  private static List<Document> rows(IndexableDocument document) {
    try {
      return DisclosureRowFactory.createRows(
          document.id(),
          document.disclosure(),
          document.sectionIds(),
          document.crossDocumentFindings(),
          document.attributes());
    } catch (LinkageError e) {
      throw new MapperParsingException("the plugin is incomplete: " + e, e);
    }
  }

  /** The id field, by which the block is replaced or deleted. */
  private static Field idOf(String id) {
    return new Field(
        IdFieldMapper.NAME, Uid.encodeId(id), IdFieldMapper.Defaults.NESTED_FIELD_TYPE);
  }

  private static void addTo(ParseContext.Document own, Document row) {
    for (IndexableField field : row) {
      own.add(field);
    }
  }

  private static IndexableDocument read(ParseContext context) throws IOException {
    try (XContentBuilder json = XContentFactory.jsonBuilder()) {
      json.copyCurrentStructure(context.parser());
      try (InputStream in = BytesReference.bytes(json).streamInput()) {
        return IndexableDocument.read(in);
      }
    }
  }

  @Override
  public ParametrizedFieldMapper.Builder getMergeBuilder() {
    return new Builder(simpleName()).init(this);
  }

  @Override
  protected String contentType() {
    return MingzhangPlugin.FIELD_TYPE;
  }
}
