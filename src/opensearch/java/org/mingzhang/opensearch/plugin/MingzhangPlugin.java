package org.mingzhang.opensearch.plugin;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.jspecify.annotations.Nullable;
import org.mingzhang.schema.IndexSchema;
import org.opensearch.action.ActionRequest;
import org.opensearch.cluster.metadata.IndexNameExpressionResolver;
import org.opensearch.cluster.node.DiscoveryNodes;
import org.opensearch.cluster.service.ClusterService;
import org.opensearch.common.settings.ClusterSettings;
import org.opensearch.common.settings.IndexScopedSettings;
import org.opensearch.common.settings.Settings;
import org.opensearch.common.settings.SettingsFilter;
import org.opensearch.core.action.ActionResponse;
import org.opensearch.core.common.io.stream.NamedWriteableRegistry;
import org.opensearch.core.xcontent.NamedXContentRegistry;
import org.opensearch.env.Environment;
import org.opensearch.env.NodeEnvironment;
import org.opensearch.index.IndexModule;
import org.opensearch.index.analysis.AnalyzerProvider;
import org.opensearch.index.mapper.Mapper;
import org.opensearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.opensearch.plugins.ActionPlugin;
import org.opensearch.plugins.AnalysisPlugin;
import org.opensearch.plugins.MapperPlugin;
import org.opensearch.plugins.Plugin;
import org.opensearch.repositories.RepositoriesService;
import org.opensearch.rest.RestController;
import org.opensearch.rest.RestHandler;
import org.opensearch.script.ScriptService;
import org.opensearch.threadpool.ThreadPool;
import org.opensearch.transport.client.Client;
import org.opensearch.watcher.ResourceWatcherService;

/**
 * OpenSearch plugin for nodes that hold a Mingzhang index: the field type {@value #FIELD_TYPE},
 * which makes rows of a document, the analyzer and similarity {@value #NAME}, and calls to shards
 * under {@code /_mingzhang}.
 */
public final class MingzhangPlugin extends Plugin
    implements MapperPlugin, ActionPlugin, AnalysisPlugin {
  /** Type of the field in a mapping. */
  static final String FIELD_TYPE = "mingzhang_rows";

  /** Name of the analyzer and similarity in the settings of an index. */
  static final String NAME = "mingzhang";

  private final ShardLeases leases = new ShardLeases();
  private @Nullable ClusterService cluster;

  @Override
  public Map<String, Mapper.TypeParser> getMappers() {
    return Map.of(FIELD_TYPE, RowsMapper.PARSER);
  }

  @Override
  public Map<String, AnalysisProvider<AnalyzerProvider<? extends Analyzer>>> getAnalyzers() {
    return Map.of(
        NAME, (index, environment, name, settings) -> new RowsAnalyzer(index, name, settings));
  }

  @Override
  public void onIndexModule(IndexModule index) {
    index.addSimilarity(NAME, (settings, version, scripts) -> IndexSchema.similarity());
    index.addIndexEventListener(leases);
  }

  @Override
  public Collection<Object> createComponents(
      Client client,
      ClusterService clusterService,
      ThreadPool threadPool,
      ResourceWatcherService resourceWatcherService,
      ScriptService scriptService,
      NamedXContentRegistry xContentRegistry,
      Environment environment,
      NodeEnvironment nodeEnvironment,
      NamedWriteableRegistry namedWriteableRegistry,
      IndexNameExpressionResolver indexNameExpressionResolver,
      Supplier<RepositoriesService> repositoriesServiceSupplier) {
    cluster = clusterService;
    leases.expireWith(threadPool);
    return List.of(leases);
  }

  @Override
  public List<ActionHandler<? extends ActionRequest, ? extends ActionResponse>> getActions() {
    return List.of(new ActionHandler<>(AskAction.INSTANCE, TransportAskAction.class));
  }

  @Override
  public List<RestHandler> getRestHandlers(
      Settings settings,
      RestController restController,
      ClusterSettings clusterSettings,
      IndexScopedSettings indexScopedSettings,
      SettingsFilter settingsFilter,
      IndexNameExpressionResolver indexNameExpressionResolver,
      Supplier<DiscoveryNodes> nodesInCluster) {
    return List.of(
        new RestAskAction(),
        new RestHoldAction(Objects.requireNonNull(cluster)::state, indexNameExpressionResolver));
  }

  @Override
  public void close() {
    leases.close();
  }
}
