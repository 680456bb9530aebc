package org.mingzhang.cli;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.StoreAddress;
import picocli.CommandLine.Option;

/** Where originals and records are: the data folder, or a store that speaks S3. */
final class StoreOptions {
  @Option(
      names = "--store",
      paramLabel = "s3://BUCKET/PREFIX",
      description =
          "Bucket that holds originals and records (default: they are in the data folder).")
  private @Nullable String store;

  @Option(
      names = "--store-endpoint",
      paramLabel = "URL",
      description = "Address of a store other than Amazon's, https://HOST:PORT.")
  private @Nullable URI endpoint;

  @Option(
      names = "--store-region",
      paramLabel = "NAME",
      defaultValue = StoreAddress.REGION,
      description = "Region of the store (default: ${DEFAULT-VALUE}).")
  private String region = StoreAddress.REGION;

  @Option(
      names = "--store-key",
      paramLabel = "NAME",
      description =
          "Who logs in at the store; needs --store-secret-file (default: what the environment says,"
              + " as for Amazon's own tools).")
  private @Nullable String key;

  @Option(
      names = "--store-secret-file",
      paramLabel = "FILE",
      description = "File whose first line is the key's secret.")
  private @Nullable Path secret;

  /** Whether there is a store. */
  boolean given() {
    return store != null && !store.isBlank();
  }

  /**
   * The store; null where there is none.
   *
   * @throws BadOptionException where something is missing or wrong
   */
  @Nullable StoreAddress address() {
    if (store == null || store.isBlank()) {
      return null;
    }
    try {
      return StoreAddress.parse(
          store,
          endpoint,
          region,
          key,
          secret == null ? null : SecretFile.firstLine("--store-secret-file", secret));
    } catch (IllegalArgumentException e) {
      throw new BadOptionException("--store: " + e.getMessage());
    }
  }
}
