using Sems.Simulator.Campus;

namespace Sems.Simulator.Tests.Campus;

public class CampusGeneratorTests
{
    [Fact]
    public void The_demo_campus_is_as_promised()
    {
        var campus = CampusGenerator.Generate(CampusSize.Demo, seed: 1);

        Assert.Equal((4, 40, 60), (campus.Stations.Count, campus.Ammeters.Count, campus.Students.Count));
        Assert.Equal(2, campus.Students.Count(s => s.Blocked));
        Assert.InRange(campus.Students.Count(s => !s.Registered), 3, 8);
        Assert.All(campus.Stations, s => Assert.True(Math.Abs(s.Latitude!.Value - 31.485) < 0.02 && Math.Abs(s.Longitude!.Value - 120.273) < 0.02));
        Assert.All(campus.Students, s => Assert.Matches("^10[0-9]{8}$", s.StudentNumber));
        Assert.Equal("北区宿舍 6 号楼充电站", campus.Stations[0].Name);
        Assert.Equal([false, false, false, true], campus.Stations.Select(s => s.StationKey is { Length: 32 }));
    }

    [Fact]
    public void The_documented_examples_exist()
    {
        var campus = CampusGenerator.Generate(CampusSize.Demo, seed: 5);
        var jack = campus.Students.Single(s => s.CardNumber == "5sdf87e4");
        Assert.Equal(("1030412535", "jack", false), (jack.StudentNumber, jack.Username, jack.Blocked));
        Assert.NotNull(jack.Password);
        Assert.Contains(campus.Ammeters, a => a is { Group: "0001", Number: "000000000000" });
        Assert.Contains(campus.Ammeters, a => a is { Group: "0001", Number: "0001" });
    }

    [Theory]
    [InlineData(4, 10, 60)]
    [InlineData(500, 40, 20_000)]
    [InlineData(1, 1, 100_000)]
    public void Keys_are_unique(int stations, int meters, int students)
    {
        var campus = CampusGenerator.Generate(new CampusSize(stations, meters, students), seed: 2);
        Assert.Equal(stations, campus.Stations.Select(s => s.Group).Distinct().Count());
        Assert.Equal(stations * meters, campus.Ammeters.Select(a => (a.Group, a.Number)).Distinct().Count());
        Assert.Equal(students, campus.Students.Select(s => s.StudentNumber).Distinct().Count());
        Assert.Equal(students, campus.Students.Select(s => s.CardNumber).Distinct().Count());
        var names = campus.Students.Where(s => s.Registered).Select(s => s.Username).ToList();
        Assert.Equal(names.Count, names.Distinct().Count());
    }

    [Fact]
    public void The_same_seed_makes_the_same_campus_and_another_seed_another()
    {
        var (one, same, other) = (Generate(7), Generate(7), Generate(8));
        Assert.Equal(one.Students, same.Students);
        Assert.Equal(one.Stations, same.Stations);
        Assert.NotEqual(one.Students, other.Students);

        static CampusData Generate(int seed) => CampusGenerator.Generate(CampusSize.Demo, seed);
    }

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(1, 0, 1)]
    [InlineData(1, 1, 0)]
    [InlineData(9_001, 1, 1)]
    public void A_size_out_of_range_is_refused(int stations, int meters, int students) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => CampusGenerator.Generate(new CampusSize(stations, meters, students), 1));
}
