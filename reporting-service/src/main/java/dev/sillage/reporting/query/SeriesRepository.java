package dev.sillage.reporting.query;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The combinations of dimensions that exist. */
@ApplicationScoped
class SeriesRepository implements PanacheRepositoryBase<Series, Long> {

    /** The values of a dimension that a tenant has, in order, without the empty one. */
    List<String> values(Dimension dimension, String tenant, int limit) {
        String column = dimension.wireName();
        return find(
                        "select distinct " + column + " from Series where tenant = ?1 and " + column
                                + " <> '' order by " + column,
                        tenant)
                .project(String.class)
                .page(0, limit)
                .list();
    }
}
