//HintName: ChannelNormForward.g.cs

// GroupNorm1: y = (x − m)·s·w + b, s = 1/√(mean of (x − m)² + ε), m = mean of x, then ReLU: 12 channels at 6 positions, 4 at a time.
[Method__(Optimized)]
public static void GroupNorm1Forward(ref float x, ref float w, ref float b, ref float y, ref float statistics)
{
	unchecked
	{
		{
			Float__ sum0 = Float__.Zero, sum1 = Float__.Zero, sum2 = Float__.Zero, sum3 = Float__.Zero;
			sum0 += Lanes__.Load(ref x, 0);
			sum1 += Lanes__.Load(ref x, 16);
			sum2 += Lanes__.Load(ref x, 32);
			sum3 += Lanes__.Load(ref x, 48);
			sum0 += Lanes__.Load(ref x, 64);
			sum1 += Lanes__.Load(ref x, 80);
			Lanes__.Store((sum0 + sum1) + (sum2 + sum3), ref statistics, 0);
		}
		{
			Float__ sum0 = Float__.Zero, sum1 = Float__.Zero, sum2 = Float__.Zero, sum3 = Float__.Zero;
			sum0 += Lanes__.Load(ref x, 8);
			sum1 += Lanes__.Load(ref x, 24);
			sum2 += Lanes__.Load(ref x, 40);
			sum3 += Lanes__.Load(ref x, 56);
			sum0 += Lanes__.Load(ref x, 72);
			sum1 += Lanes__.Load(ref x, 88);
			Lanes__.Store((sum0 + sum1) + (sum2 + sum3), ref statistics, 8);
		}
		for (int group = 0; group < 12; group += 4)
		{
			float total = 0f;
			for (int c = 0; c < 4; c++)
			{
				total += Place__.Add(ref statistics, group + c);
			}
			float value = total / 24f;
			for (int c = 0; c < 4; c++)
			{
				Place__.Add(ref statistics, group + c) = value;
			}
		}
		{
			Float__ means = Lanes__.Load(ref statistics, 0);
			Float__ square0 = Float__.Zero, square1 = Float__.Zero, square2 = Float__.Zero, square3 = Float__.Zero;
			{
				Float__ difference = Lanes__.Load(ref x, 0) - means;
				square0 = Lanes__.MultiplyAdd(difference, difference, square0);
			}
			{
				Float__ difference = Lanes__.Load(ref x, 16) - means;
				square1 = Lanes__.MultiplyAdd(difference, difference, square1);
			}
			{
				Float__ difference = Lanes__.Load(ref x, 32) - means;
				square2 = Lanes__.MultiplyAdd(difference, difference, square2);
			}
			{
				Float__ difference = Lanes__.Load(ref x, 48) - means;
				square3 = Lanes__.MultiplyAdd(difference, difference, square3);
			}
			{
				Float__ difference = Lanes__.Load(ref x, 64) - means;
				square0 = Lanes__.MultiplyAdd(difference, difference, square0);
			}
			{
				Float__ difference = Lanes__.Load(ref x, 80) - means;
				square1 = Lanes__.MultiplyAdd(difference, difference, square1);
			}
			Lanes__.Store((square0 + square1) + (square2 + square3), ref statistics, 16);
		}
		{
			Float__ means = Lanes__.Load(ref statistics, 8);
			Float__ square0 = Float__.Zero, square1 = Float__.Zero, square2 = Float__.Zero, square3 = Float__.Zero;
			{
				Float__ difference = Lanes__.Load(ref x, 8) - means;
				square0 = Lanes__.MultiplyAdd(difference, difference, square0);
			}
			{
				Float__ difference = Lanes__.Load(ref x, 24) - means;
				square1 = Lanes__.MultiplyAdd(difference, difference, square1);
			}
			{
				Float__ difference = Lanes__.Load(ref x, 40) - means;
				square2 = Lanes__.MultiplyAdd(difference, difference, square2);
			}
			{
				Float__ difference = Lanes__.Load(ref x, 56) - means;
				square3 = Lanes__.MultiplyAdd(difference, difference, square3);
			}
			{
				Float__ difference = Lanes__.Load(ref x, 72) - means;
				square0 = Lanes__.MultiplyAdd(difference, difference, square0);
			}
			{
				Float__ difference = Lanes__.Load(ref x, 88) - means;
				square1 = Lanes__.MultiplyAdd(difference, difference, square1);
			}
			Lanes__.Store((square0 + square1) + (square2 + square3), ref statistics, 24);
		}
		for (int group = 0; group < 12; group += 4)
		{
			float total = 0f;
			for (int c = 0; c < 4; c++)
			{
				total += Place__.Add(ref statistics, group + 16 + c);
			}
			float value = 1f / global::System.MathF.Sqrt(total / 24f + 9.99999975E-06f);
			for (int c = 0; c < 4; c++)
			{
				Place__.Add(ref statistics, group + 16 + c) = value;
			}
		}
		{
			Float__ means = Lanes__.Load(ref statistics, 0), scales = Lanes__.Load(ref statistics, 16);
			Float__ weights = Lanes__.Load(ref w, 0), biases = Lanes__.Load(ref b, 0);
			Lanes__.StoreReLU(Lanes__.MultiplyAdd((Lanes__.Load(ref x, 0) - means) * scales, weights, biases), ref y, 0);
			Lanes__.StoreReLU(Lanes__.MultiplyAdd((Lanes__.Load(ref x, 16) - means) * scales, weights, biases), ref y, 16);
			Lanes__.StoreReLU(Lanes__.MultiplyAdd((Lanes__.Load(ref x, 32) - means) * scales, weights, biases), ref y, 32);
			Lanes__.StoreReLU(Lanes__.MultiplyAdd((Lanes__.Load(ref x, 48) - means) * scales, weights, biases), ref y, 48);
			Lanes__.StoreReLU(Lanes__.MultiplyAdd((Lanes__.Load(ref x, 64) - means) * scales, weights, biases), ref y, 64);
			Lanes__.StoreReLU(Lanes__.MultiplyAdd((Lanes__.Load(ref x, 80) - means) * scales, weights, biases), ref y, 80);
		}
		{
			Float__ means = Lanes__.Load(ref statistics, 8), scales = Lanes__.Load(ref statistics, 24);
			Float__ weights = Lanes__.Load(ref w, 8), biases = Lanes__.Load(ref b, 8);
			Lanes__.StoreReLU(
				Lanes__.Select(
					Lanes__.Mask(4), Lanes__.MultiplyAdd((Lanes__.Load(ref x, 8) - means) * scales, weights, biases), Float__.Zero),
				ref y,
				8);
			Lanes__.StoreReLU(
				Lanes__.Select(
					Lanes__.Mask(4), Lanes__.MultiplyAdd((Lanes__.Load(ref x, 24) - means) * scales, weights, biases), Float__.Zero),
				ref y,
				24);
			Lanes__.StoreReLU(
				Lanes__.Select(
					Lanes__.Mask(4), Lanes__.MultiplyAdd((Lanes__.Load(ref x, 40) - means) * scales, weights, biases), Float__.Zero),
				ref y,
				40);
			Lanes__.StoreReLU(
				Lanes__.Select(
					Lanes__.Mask(4), Lanes__.MultiplyAdd((Lanes__.Load(ref x, 56) - means) * scales, weights, biases), Float__.Zero),
				ref y,
				56);
			Lanes__.StoreReLU(
				Lanes__.Select(
					Lanes__.Mask(4), Lanes__.MultiplyAdd((Lanes__.Load(ref x, 72) - means) * scales, weights, biases), Float__.Zero),
				ref y,
				72);
			Lanes__.StoreReLU(
				Lanes__.Select(
					Lanes__.Mask(4), Lanes__.MultiplyAdd((Lanes__.Load(ref x, 88) - means) * scales, weights, biases), Float__.Zero),
				ref y,
				88);
		}
	}
}
