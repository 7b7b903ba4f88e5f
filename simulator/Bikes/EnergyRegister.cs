using Sems.Simulator.Time;

namespace Sems.Simulator.Bikes;

/// <summary>A meter's energy counter, with the faults of its kind.</summary>
public sealed class EnergyRegister(RegisterKind kind, Random random)
{
    private const double StickChance = 1 / 400.0;
    private const double JumpBackChance = 1 / 900.0;
    private const double RescaleChance = 1 / 1200.0;

    private double _kwh = kind == RegisterKind.Lifetime ? random.Between(12, 2400) : 0;
    private double _scale = 1;
    private double _stuckAt = -1;
    private int _stuckFor;

    /// <summary>How it counts.</summary>
    public RegisterKind Kind => kind;

    /// <summary>A session begins.</summary>
    public void BeginSession()
    {
        if (kind == RegisterKind.Lifetime) return;
        (_kwh, _scale, _stuckFor) = (Math.Round(random.Between(0, 0.04), 3), 1, 0);
    }

    /// <summary>Counts energy.</summary>
    /// <param name="kwh">kWh, not negative.</param>
    public void Add(double kwh) => _kwh += kwh;

    /// <summary>What the meter shows, kWh with three decimals (two on a lifetime counter).</summary>
    public decimal Read()
    {
        if (kind == RegisterKind.Odd) Misbehave();
        var shown = _stuckFor > 0 ? _stuckAt : _kwh * _scale;
        return Math.Round((decimal)shown, kind == RegisterKind.Lifetime ? 2 : 3);
    }

    private void Misbehave()
    {
        if (_stuckFor > 0)
        {
            _stuckFor--;
            return;
        }

        if (random.Chance(StickChance)) (_stuckFor, _stuckAt) = (random.Next(20, 200), _kwh * _scale);
        if (random.Chance(JumpBackChance)) _kwh *= random.Between(0.1, 0.6);
        if (random.Chance(RescaleChance)) _scale = _scale == 1 ? random.Pick([0.1, 10.0]) : 1;
    }
}
