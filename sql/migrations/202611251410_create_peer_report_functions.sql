-- What the report benchmark is reckoned with, the twins of rules in src/domain/funnel.ts and
-- src/domain/benchmark.ts.

-- The quantile of exactLimits: the smallest count, in percent of the trials, whose cumulated
-- probability reaches the share.
create function bi.binomial_quantile(trials integer, p double precision, share double precision)
returns double precision language plpgsql immutable strict parallel safe as $$
declare
  ways double precision := 1;
  power double precision;
  cumulated double precision := 0;
begin
  if p <= 0 then
    return 0;
  end if;
  if p >= 1 then
    return 100;
  end if;
  for successes in 0 .. trials - 1 loop
    power := successes * ln(p) + (trials - successes) * ln(1 - p);
    -- Less than that is an error of underflow, where JavaScript has 0.
    if power > -700 then
      cumulated := cumulated + ways * exp(power);
    end if;
    if cumulated >= share - 1e-12 then
      return (100 * successes)::double precision / trials;
    end if;
    ways := ways * (trials - successes) / (successes + 1);
  end loop;
  return 100;
end
$$;

-- A limit of funnelLimits: the lower one for a side of -1, the upper one for 1.
create function bi.funnel_limit(
  peer_rate double precision, base integer, level double precision, z double precision, side integer)
returns double precision language plpgsql immutable strict parallel safe as $$
declare
  p constant double precision := peer_rate / 100;
begin
  if base <= 0 then
    return null;
  end if;
  if base < 30 then
    return bi.binomial_quantile(base, p, (1 + side * level) / 2);
  end if;
  return greatest(0, least(100, peer_rate + side * (100 * z * sqrt(p * (1 - p) / base))));
end
$$;

-- funnelPosition: the wide limits are not looked at within the narrow ones, which most rates are.
create function bi.funnel_position(
  rate double precision, base integer, peer_rate double precision)
returns text language plpgsql immutable strict parallel safe as $$
declare
  side constant integer := case
    when rate < bi.funnel_limit(peer_rate, base, 0.95, 1.9599639845400536, -1) then -1
    when rate > bi.funnel_limit(peer_rate, base, 0.95, 1.9599639845400536, 1) then 1
    else 0 end;
  wide double precision;
begin
  if base <= 0 then
    return null;
  end if;
  if side = 0 then
    return 'WITHIN';
  end if;
  wide := bi.funnel_limit(peer_rate, base, 0.998, 3.090232306167813, side);
  if side < 0 then
    return case when rate < wide then 'BELOW_99_8' else 'BELOW_95' end;
  end if;
  return case when rate > wide then 'ABOVE_99_8' else 'ABOVE_95' end;
end
$$;

-- Whether the unrounded wilsonInterval of a rate at 95 % leaves a value out.
create function bi.wilson_excludes(
  rate double precision, base double precision, value double precision)
returns boolean language plpgsql immutable strict parallel safe as $$
declare
  p constant double precision := rate / 100;
  widening double precision;
  centre double precision;
  half double precision;
begin
  if base <= 0 then
    return null;
  end if;
  widening := 3.8414588206941236 / base;
  centre := (p + widening / 2) / (1 + widening);
  half := 1.9599639845400536 * sqrt((p * (1 - p) + widening / 4) / base) / (1 + widening);
  return value < least(rate, greatest(0, 100 * (centre - half)))
    or value > greatest(rate, least(100, 100 * (centre + half)));
end
$$;
