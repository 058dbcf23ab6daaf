//! Sums of an order, in øre. Tax is counted per rate on the sum of its lines (as EN 16931 does), so
//! that the sum is the invoice's.

use std::collections::BTreeMap;

use values::{BasisPoints, Ore, Quantity};

/// What an order comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Without tax.
    pub net: Ore,
    /// Tax.
    pub vat: Ore,
    /// With tax.
    pub gross: Ore,
    /// Tax by rate, highest first.
    pub by_rate: Vec<(BasisPoints, Ore)>,
    /// Lines of work or parts without a price.
    pub unpriced: usize,
}

/// Sums lines: quantity, price of one, rate. `None` when a sum is too big to be an amount.
#[must_use]
pub fn totals(
    lines: impl IntoIterator<Item = (Quantity, Option<Ore>, BasisPoints)>,
) -> Option<Totals> {
    let mut by_rate: BTreeMap<BasisPoints, Ore> = BTreeMap::new();
    let mut totals = Totals::default();
    for (quantity, price, rate) in lines {
        let Some(price) = price else {
            totals.unpriced += 1;
            continue;
        };
        let net = price.times(quantity)?;
        totals.net = totals.net.plus(net)?;
        let of_rate = by_rate.entry(rate).or_default();
        *of_rate = of_rate.plus(net)?;
    }
    for (rate, net) in by_rate.into_iter().rev() {
        let vat = net.share(rate)?;
        totals.vat = totals.vat.plus(vat)?;
        totals.by_rate.push((rate, vat));
    }
    totals.gross = totals.net.plus(totals.vat)?;
    Some(totals)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn tax_is_counted_per_rate() {
        let line = |thousandths, ore, rate| {
            let quantity = Quantity::from_thousandths(thousandths);
            (quantity, Some(Ore::new(ore)), BasisPoints::new(rate))
        };
        // Three lines of 33 øre: 25 % of 99 is 25, not three times 8.
        let three = totals(vec![line(1000, 33, 2500); 3]).unwrap();
        assert_eq!((three.vat, three.gross), (Ore::new(25), Ore::new(124)));
        let mixed = totals([
            line(1500, 129_000, 2500),
            line(2000, 45_000, 2500),
            line(1000, 10_000, 0),
            (Quantity::ONE, None, BasisPoints::GENERAL_VAT),
        ])
        .unwrap();
        assert_eq!(mixed.net, Ore::new(293_500));
        assert_eq!(mixed.vat, Ore::new(70_875));
        assert_eq!(mixed.gross, Ore::new(364_375));
        assert_eq!(mixed.unpriced, 1);
        assert_eq!(totals([line(2000, i64::MAX, 2500)]), None);
        assert_eq!(totals([]), Some(Totals::default()));
    }

    proptest! {
        #[test]
        fn gross_is_net_and_tax(lines in prop::collection::vec(
            (1..100_000i64, 0..10_000_000i64, prop::sample::select(vec![0u32, 1200, 1500, 2500])), 0..20,
        )) {
            let sums = totals(lines.iter().map(|(quantity, ore, rate)| (
                Quantity::from_thousandths(*quantity), Some(Ore::new(*ore)), BasisPoints::new(*rate),
            ))).unwrap();
            prop_assert_eq!(sums.net.plus(sums.vat), Some(sums.gross));
            prop_assert_eq!(Ore::total(sums.by_rate.iter().map(|(_, vat)| *vat)), Some(sums.vat));
        }
    }
}
