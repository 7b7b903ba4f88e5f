namespace Sems.Storage.Curves.Packed;

/// <summary>What a chunk's samples so far tell of the next one. Both ends of the coder keep one and go through the same samples.</summary>
internal sealed class SampleModel(FieldKinds kinds)
{
    private readonly Field _time = new(kinds.Time, counts: true);
    private readonly Column _lead = new();
    private readonly Field _current = new(kinds.Current);
    private readonly Field _energy = new(kinds.Energy, counts: true);
    private readonly Field _voltage = new(kinds.Voltage);
    private readonly Field _power = new(kinds.Power);
    private readonly BitModel[] _usual = new BitModel[2];
    private readonly BitModel[] _has = new BitModel[3];
    private bool _wasUsual;
    private bool _hasVoltage;
    private bool _hasPower;
    private long _lastLead;
    private double _lastVoltage = 1;
    private double _powerRatio = double.NaN;

    /// <summary>Codes a sample.</summary>
    /// <param name="coder">The coder.</param>
    /// <param name="sample">The sample, when encoding.</param>
    public Sample Code<T>(ref T coder, in Sample sample) where T : struct, IBitCoder, allows ref struct
    {
        var usual = coder.Bit(ref _usual[_wasUsual ? 1 : 0], IsUsual(in sample));
        var marks = usual ? SampleMarks.None : CodeShape(ref coder, in sample);
        _wasUsual = usual;

        var time = _time.Code(ref coder, usual, sample.Time);
        var timeMs = DecimalScale.Nearest(time * 1000, 0, out _);
        _lastLead = _lead.Code(ref coder, unchecked(sample.AtMs - timeMs), _lastLead);
        var current = _current.Code(ref coder, usual, sample.CurrentA);
        double? voltage = _hasVoltage ? _voltage.Code(ref coder, usual, sample.VoltageV ?? 0) : null;
        double? power = _hasPower ? CodePower(ref coder, usual, sample.PowerW ?? 0, current * (_lastVoltage = voltage ?? _lastVoltage)) : null;
        var energy = _energy.Code(ref coder, usual, sample.Energy);
        return new Sample(time, unchecked(_lastLead + timeMs), current, energy, voltage, power, marks);
    }

    private SampleMarks CodeShape<T>(ref T coder, in Sample sample) where T : struct, IBitCoder, allows ref struct
    {
        _hasVoltage = coder.Bit(ref _has[0], sample.VoltageV is not null);
        _hasPower = coder.Bit(ref _has[1], sample.PowerW is not null);
        var marked = coder.Bit(ref _has[2], sample.Marks != SampleMarks.None);
        return marked ? (SampleMarks)coder.Plain((ulong)sample.Marks, 8) : SampleMarks.None;
    }

    /// <summary>The power follows from current and voltage by the charger's power factor, which hardly changes.</summary>
    private double CodePower<T>(ref T coder, bool usual, double power, double apparent) where T : struct, IBitCoder, allows ref struct
    {
        power = _power.Code(ref coder, usual, power, apparent * _powerRatio);
        var ratio = power / apparent;
        if (double.IsFinite(ratio)) _powerRatio = double.IsFinite(_powerRatio) ? _powerRatio + ((ratio - _powerRatio) / 16) : ratio;
        return power;
    }

    /// <summary>Shaped as the one before, without marks, every number of its field's scale.</summary>
    private bool IsUsual(in Sample sample) =>
        sample.Marks == SampleMarks.None && sample.VoltageV is not null == _hasVoltage && sample.PowerW is not null == _hasPower &&
        _time.Fits(sample.Time) && _current.Fits(sample.CurrentA) && _energy.Fits(sample.Energy) &&
        (sample.VoltageV is not { } voltage || _voltage.Fits(voltage)) && (sample.PowerW is not { } power || _power.Fits(power));
}
