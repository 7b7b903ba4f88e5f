namespace Sems.Grains.Analysis;

/// <summary>The version of all that is learnt from curves. Who raises it has every curve analysed, every battery and every model learnt anew.</summary>
public static class AnalysisVersion
{
    /// <summary>What is learnt now.</summary>
    public const int Current = 1;
}
