using Sems.Analysis.Charging;

namespace Sems.Analysis.Energy;

/// <summary>Gathers what is wrong with a counter: of each kind the first and how many.</summary>
internal sealed class CounterFaults(IReadOnlyList<CurvePoint> points)
{
    private readonly SortedDictionary<CounterFaultKind, (long AtMs, int Count)> _found = [];

    public void Add(CounterFaultKind kind, int index)
    {
        var at = points[index].AtMs;
        _found[kind] = _found.TryGetValue(kind, out var before) ? (Math.Min(before.AtMs, at), before.Count + 1) : (at, 1);
    }

    public IReadOnlyList<CounterFault> Told() =>
        [.. _found.Select(f => new CounterFault(f.Key, f.Value.AtMs, f.Value.Count, Message(f.Key, f.Value.Count))).OrderBy(f => f.AtMs)];

    private static string Message(CounterFaultKind kind, int count) => kind switch
    {
        CounterFaultKind.Backward => $"电能计数后退 {count} 次，后退的读数不计入电量",
        CounterFaultKind.Jump => $"电能计数跳变 {count} 次，超出插座可能送出的电量，跳变部分不计入",
        CounterFaultKind.Scale => $"电能计数的单位变化或不符 {count} 次，相差 10 的整数次方，已按电流换算",
        CounterFaultKind.Stuck => $"有电流时电能计数停滞 {count} 次，停滞期间按功率或电流推算",
        CounterFaultKind.Coding => "电能计数的十进制数字（BCD）被当作二进制读取，已还原后再计算",
        CounterFaultKind.Rate => $"电能计数与电流不符 {count} 段，这些时段按功率或电流推算",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "not a kind"),
    };
}
