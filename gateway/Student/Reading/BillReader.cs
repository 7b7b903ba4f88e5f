using Sems.Gateway.Admin;
using Sems.GrainInterfaces;
using Sems.Grains.Ammeters;
using Sems.Grains.Settings;
using Sems.Grains.Tariffs;
using Sems.Storage;
using Sems.Storage.Ledger;
using Sems.Storage.Ledger.Student;

namespace Sems.Gateway.Student.Reading;

/// <summary>Puts a student's bills together, with their parts.</summary>
internal sealed class BillReader(IDatabaseReader database, ChargeReader charges)
{
    private static readonly ChargingSettings AnySettings = new(); // what energy is believed does not depend on them

    /// <summary>The bills of a list. Where energy has its price by time of day each is one part: to tell more, its curve would have to be read.</summary>
    public async Task<IReadOnlyList<StudentBillView>> OfAsync(string student, IReadOnlyList<StudentBill> bills, CancellationToken cancel)
    {
        var views = await charges.OfAsync(student, [.. bills.Select(b => b.Charge)], cancel);
        return [.. bills.Zip(views, (bill, charge) => View(bill, charge, LedgerMapping.Tariff(bill.Charge.TariffJson), null))];
    }

    /// <summary>One bill with all its parts.</summary>
    public async Task<StudentBillView> WholeAsync(string student, StudentBill bill, CancellationToken cancel)
    {
        var charge = (await charges.OfAsync(student, [bill.Charge], cancel))[0];
        var tariff = LedgerMapping.Tariff(bill.Charge.TariffJson);
        return View(bill, charge, tariff, tariff is { Bands.Count: > 0 } ? await WhByRateAsync(bill.Charge.ChargeId, tariff, cancel) : null);
    }

    private async Task<double[]> WhByRateAsync(long chargeId, Tariff tariff, CancellationToken cancel) =>
        SessionProgress.Of(await database.Curves.ReadAsync(chargeId, cancel), tariff, AnySettings).WhByRate.ToArray();

    private static StudentBillView View(StudentBill bill, StudentChargeView view, Tariff? tariff, double[]? whByRate)
    {
        var (charge, made) = (bill.Charge, bill.Charge.Bill!);
        var parts = BillParts.Of(tariff, charge.StartedAt, charge.EndedAt ?? made.CreatedAt, charge.EnergyWh, whByRate, new Fen(made.Fen));
        var isSettled = made.Status != BillStatus.Unpaid;
        return new StudentBillView(
            charge.ChargeId, made.Fen, PageText.Word(made.Status), made.CreatedAt, isSettled ? bill.SettledAt : null, isSettled ? bill.Reason : null,
            tariff is null ? "" : TariffText.Of(tariff), [.. parts.Select(p => new BillPartView(p.What, p.Seconds, p.EnergyWh / 1000, p.Money.Value))], view);
    }
}
