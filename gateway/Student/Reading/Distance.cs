namespace Sems.Gateway.Student.Reading;

/// <summary>How far places are apart.</summary>
internal static class Distance
{
    /// <summary>m; the mean radius of the earth (IUGG).</summary>
    private const double EarthM = 6_371_008.8;

    /// <summary>The great-circle distance of two places (degrees) by the haversine formula, m: within 0.5 % of the ellipsoid's.</summary>
    public static double Metres(double latitude1, double longitude1, double latitude2, double longitude2)
    {
        var (lat1, lat2) = (double.DegreesToRadians(latitude1), double.DegreesToRadians(latitude2));
        var (north, east) = (Math.Sin((lat2 - lat1) / 2), Math.Sin(double.DegreesToRadians(longitude2 - longitude1) / 2));
        return 2 * EarthM * Math.Asin(Math.Sqrt(Math.Min(1, (north * north) + (Math.Cos(lat1) * Math.Cos(lat2) * east * east))));
    }
}
