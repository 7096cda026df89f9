//HintName: BatchNormStatistics.g.cs

// BatchNorm1: m += (m′ − m)/n, s += s′ + (m′ − m)²·p·(n − 1)/n, with mean m′ and squares s′ of the n-th sample over its p positions: 12
// channels at 6 positions.
[Method__(Optimized)]
public static void BatchNorm1Statistics(ref float x, ref float sums, int before)
{
	unchecked
	{
		if (before == 0) // what values are counted from
			global::DslNet.CompilerServices.FloatMemory.Copy(ref x, ref Place__.Add(ref sums, 32), 16);
		float weight = 1f / (before + 1), between = 6f * before * weight;
		{
			Float__ origin0 = Lanes__.Load(ref sums, 32), origin1 = Lanes__.Load(ref sums, 40);
			Float__ sum0_0 = Float__.Zero, sum0_1 = Float__.Zero, sum1_0 = Float__.Zero, sum1_1 = Float__.Zero;
			{
				ref float atX = ref x;
				for (int position = 0; position < 6; position += 2)
				{
					sum0_0 += Lanes__.Load(ref atX, 0) - origin0;
					sum1_0 += Lanes__.Load(ref atX, 8) - origin1;
					sum0_1 += Lanes__.Load(ref atX, 16) - origin0;
					sum1_1 += Lanes__.Load(ref atX, 24) - origin1;
					atX = ref Place__.Add(ref atX, 32);
				}
			}
			Float__ mean0 = (sum0_0 + sum0_1) / Lanes__.Fill(6f), mean1 = (sum1_0 + sum1_1) / Lanes__.Fill(6f);
			{
				Float__ square0_0 = Float__.Zero, square0_1 = Float__.Zero, square1_0 = Float__.Zero, square1_1 = Float__.Zero;
				{
					ref float atX = ref x;
					for (int position = 0; position < 6; position += 2)
					{
						{
							Float__ difference = Lanes__.Load(ref atX, 0) - origin0 - mean0;
							square0_0 = Lanes__.MultiplyAdd(difference, difference, square0_0);
						}
						{
							Float__ difference = Lanes__.Load(ref atX, 8) - origin1 - mean1;
							square1_0 = Lanes__.MultiplyAdd(difference, difference, square1_0);
						}
						{
							Float__ difference = Lanes__.Load(ref atX, 16) - origin0 - mean0;
							square0_1 = Lanes__.MultiplyAdd(difference, difference, square0_1);
						}
						{
							Float__ difference = Lanes__.Load(ref atX, 24) - origin1 - mean1;
							square1_1 = Lanes__.MultiplyAdd(difference, difference, square1_1);
						}
						atX = ref Place__.Add(ref atX, 32);
					}
				}
				{
					Float__ known = Lanes__.Load(ref sums, 0), step = mean0 - known;
					Lanes__.Store(Lanes__.MultiplyAdd(step, Lanes__.Fill(weight), known), ref sums, 0);
					Lanes__.Store(
						Lanes__.MultiplyAdd(step * Lanes__.Fill(between), step, Lanes__.Load(ref sums, 16) + (square0_0 + square0_1)),
						ref sums,
						16);
				}
				{
					Float__ known = Lanes__.Load(ref sums, 8), step = mean1 - known;
					Lanes__.Store(Lanes__.MultiplyAdd(step, Lanes__.Fill(weight), known), ref sums, 8);
					Lanes__.Store(
						Lanes__.MultiplyAdd(step * Lanes__.Fill(between), step, Lanes__.Load(ref sums, 24) + (square1_0 + square1_1)),
						ref sums,
						24);
				}
			}
		}
		Place__.Add(ref sums, 48) = before + 1;
	}
}
