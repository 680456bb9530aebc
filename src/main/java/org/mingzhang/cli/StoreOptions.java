package org.mingzhang.cli;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.S3StoreSettings;
import picocli.CommandLine.Option;

/** Options of the object store of originals and records: the data folder, or an S3 bucket. */
final class StoreOptions {
  @Option(
      names = "--store",
      paramLabel = "s3://BUCKET/PREFIX",
      description = "Bucket for originals and records (default: they are in the data folder).")
  private @Nullable String store;

  @Option(
      names = "--store-endpoint",
      paramLabel = "URL",
      description = "Address of an S3 service other than Amazon's, https://HOST:PORT.")
  private @Nullable URI endpoint;

  @Option(
      names = "--store-region",
      paramLabel = "NAME",
      defaultValue = S3StoreSettings.DEFAULT_REGION,
      description = "Region of the store (default: ${DEFAULT-VALUE}).")
  private String region = S3StoreSettings.DEFAULT_REGION;

  @Option(
      names = "--store-key",
      paramLabel = "NAME",
      description =
          "Access key; needs --store-secret-file (default: the environment, as for Amazon's own"
              + " tools).")
  private @Nullable String key;

  @Option(
      names = "--store-secret-file",
      paramLabel = "FILE",
      description = "File whose first line is the secret access key.")
  private @Nullable Path secret;

  /** Whether an object store is given. */
  boolean isGiven() {
    return store != null && !store.isBlank();
  }

  /**
   * The settings of the store; null if none is given.
   *
   * @throws BadOptionException if an option is missing or invalid
   */
  @Nullable S3StoreSettings parseSettings() {
    if (store == null || store.isBlank()) {
      return null;
    }
    try {
      return S3StoreSettings.parse(
          store,
          endpoint,
          region,
          key,
          secret == null ? null : SecretFileReader.readFirstLine("--store-secret-file", secret));
    } catch (IllegalArgumentException e) {
      throw new BadOptionException("--store: " + e.getMessage());
    }
  }
}
