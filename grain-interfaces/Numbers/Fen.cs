namespace Sems.GrainInterfaces;

/// <summary>Money in integer fen (分, 1/100 yuan). Never a binary fraction.</summary>
/// <param name="Value">Fen.</param>
[GenerateSerializer, Immutable, Alias("sems.Fen")]
public readonly record struct Fen([property: Id(0)] long Value)
{
    /// <summary>No money.</summary>
    public static readonly Fen Zero = new(0);

    /// <summary>Rounds an exact amount half up to whole fen.</summary>
    public static Fen Round(decimal fen) => new((long)decimal.Floor(fen + 0.5m));

    /// <summary>The amount in yuan, exact.</summary>
    public decimal Yuan => Value / 100m;

    /// <summary>Sum.</summary>
    public static Fen operator +(Fen a, Fen b) => new(checked(a.Value + b.Value));

    /// <summary>Yuan with two decimals, e.g. 1.12.</summary>
    public override string ToString() => Yuan.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);
}
