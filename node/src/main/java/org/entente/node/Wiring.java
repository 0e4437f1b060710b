package org.entente.node;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.entente.agreement.AuthorityId;
import org.entente.node.agreements.Introductions;
import org.entente.node.agreements.Negotiation;
import org.entente.node.casework.Casework;
import org.entente.node.casework.Unsent;
import org.entente.node.checks.Checks;
import org.entente.node.countersigning.Countersigners;
import org.entente.node.delivery.LostMessages;
import org.entente.node.delivery.Outbox;
import org.entente.node.delivery.PartnersAbilities;
import org.entente.node.delivery.Receipts;
import org.entente.node.duty.Duty;
import org.entente.node.evidence.EvidenceDesk;
import org.entente.node.followup.NoticeOffice;
import org.entente.node.ledger.LedgerWalk;
import org.entente.node.ledger.Proofs;
import org.entente.node.measures.Measures;
import org.entente.node.officers.AccessTokens;
import org.entente.node.officers.Accounts;
import org.entente.node.officers.Officers;
import org.entente.node.oversight.Oversight;
import org.entente.node.partners.AgreementsInForce;
import org.entente.node.partners.AuthorityNames;
import org.entente.node.partners.ConsentRegister;
import org.entente.node.partners.Decisions;
import org.entente.node.partners.Partners;
import org.entente.node.partners.QuotaCounts;
import org.entente.node.preview.Preview;
import org.entente.node.records.Records;
import org.entente.node.retention.Retention;
import org.entente.node.store.Store;
import org.entente.node.store.StoreEnd;
import org.entente.seal.Identity;
import org.entente.seal.IdentityException;
import org.entente.seal.SealWarmUp;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** Hands the settings to {@link Parts}, starts and closes them, and gives the web what it asks. */
@Configuration(proxyBeanMethods = false)
@Import(Wiring.ForTheWeb.class)
class Wiring {
  /** The schema keeps microseconds; a finer clock would read back differently. */
  private static final Duration TICK = Duration.ofNanos(1_000);

  @Bean
  InstantSource clock() {
    return Clock.tick(Clock.systemUTC(), TICK);
  }

  @Bean
  Identity identity(NodeSettings settings) throws IOException, IdentityException {
    Path folder = settings.folder();
    for (String needed : List.of("identity.p12", "passphrase")) {
      if (!Files.isReadable(folder.resolve(needed))) {
        throw new Setup.SetupFault(
            folder.resolve(needed)
                + " is missing or may not be read by this user. Bring it back from where it is"
                + " kept; without it nothing of this node can be opened.");
      }
    }
    String passphrase =
        Files.readString(folder.resolve("passphrase"), StandardCharsets.UTF_8).strip();
    Identity identity = Identity.load(folder.resolve("identity.p12"), passphrase.toCharArray());
    if (!identity.card().authority().equals(settings.authority())) {
      throw new Setup.SetupFault(
          "identity.p12 belongs to another authority than application.properties names.");
    }
    return identity;
  }

  /** Spring closes them once the web has stopped, and nothing else closes any of them. */
  @Bean(destroyMethod = "close")
  Parts realm(
      NodeSettings settings,
      Identity identity,
      InstantSource clock,
      MeterRegistry figures,
      ConfigurableApplicationContext context)
      throws IOException {
    StoreEnd.requireRoom(settings.folder(), StoreEnd.RESERVE_BYTES);
    Runnable end = () -> StoreEnd.begin(settings.folder(), context::close);
    return new Parts(settings.realm(), identity, clock, figures, end);
  }

  /** Before the web server opens, so that a caller that sees it answer can rely on the rest. */
  @Bean
  SmartInitializingSingleton starting(Parts parts) {
    return () -> {
      SealWarmUp.run();
      try {
        parts.start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }

  @Bean
  Preview preview() {
    return new Preview();
  }

  @Bean
  HealthIndicator parts(Parts parts) {
    return new NodeHealth(parts);
  }

  /** Under {@code /actuator/health/duty}. */
  @Bean
  HealthIndicator duty(Parts parts) {
    return () -> {
      Duty.Standing standing = parts.duty.standing();
      return (standing.well() ? Health.up() : Health.down())
          .withDetail("duty", standing.said())
          .build();
    };
  }

  /** What the web asks for by its type; Spring hands it on and closes none of it. */
  static final class ForTheWeb implements BeanRegistrar {
    @Override
    public void register(BeanRegistry registry, Environment environment) {
      part(registry, AuthorityId.class, parts -> parts.own);
      part(registry, Store.class, parts -> parts.store);
      part(registry, Proofs.class, parts -> parts.proofs);
      part(registry, LedgerWalk.class, parts -> parts.ledgerWalk);
      part(registry, LostMessages.class, parts -> parts.lost);
      part(registry, Partners.class, parts -> parts.partners);
      part(registry, AgreementsInForce.class, parts -> parts.agreements);
      part(registry, AuthorityNames.class, parts -> parts.names);
      part(registry, ConsentRegister.class, parts -> parts.consents);
      part(registry, QuotaCounts.class, parts -> parts.quotas);
      part(registry, Decisions.class, parts -> parts.decisions);
      part(registry, Officers.class, parts -> parts.officers);
      part(registry, Accounts.class, parts -> parts.accounts);
      part(registry, AccessTokens.class, parts -> parts.tokens);
      part(registry, Outbox.class, parts -> parts.outbox);
      part(registry, Receipts.class, parts -> parts.receipts);
      part(registry, PartnersAbilities.class, parts -> parts.abilities);
      part(registry, Countersigners.class, parts -> parts.countersigners);
      part(registry, Casework.class, parts -> parts.casework);
      part(registry, Unsent.class, parts -> parts.unsent);
      part(registry, Negotiation.class, parts -> parts.negotiation);
      part(registry, Introductions.class, parts -> parts.introductions);
      part(registry, Records.class, parts -> parts.records);
      part(registry, Checks.class, parts -> parts.checks);
      part(registry, Retention.class, parts -> parts.retention);
      part(registry, NoticeOffice.class, parts -> parts.notices);
      part(registry, Measures.class, parts -> parts.measures);
      part(registry, Oversight.class, parts -> parts.oversight);
      part(registry, EvidenceDesk.class, parts -> parts.evidence);
      part(registry, Duty.class, parts -> parts.duty);
    }

    private static <T> void part(BeanRegistry registry, Class<T> kind, Function<Parts, T> of) {
      registry.registerBean(
          kind, spec -> spec.prototype().supplier(context -> of.apply(context.bean(Parts.class))));
    }
  }
}
