package dev.sillage.reporting.query;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A combination of dimensions, as written by the aggregation and never changed. */
@Entity
@Immutable
@Table(name = "series")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields of what it reads, and nobody else makes one.
class Series {
    @Id
    Long id;

    String tenant;
    String kind;
    String provider;
    String model;
    String zone;
    String team;
    String project;
    String application;
    String environment;
    String methodology;
    String tier;
}
